using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Application.Voice;

/// <summary>When a muscle was trained last, and how much this week.</summary>
internal sealed class MuscleAnswers(ICompletedWorkouts completed, ITrainingSums sums, CommandScope scope)
{
    // Further back nobody remembers what "last" was; the history screen does.
    private const int Looked = 60;
    private static readonly DateTimeOffset Ever = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last workout with an exercise whose main muscle it is.</summary>
    public async Task<Reply> Last(string muscle, Asked asked, CancellationToken cancellationToken)
    {
        var recent = await completed.Page(scope.AccountId, new HistoryFilter(null, null, null, null, null, Looked), cancellationToken);
        var workouts = asked.Workout is { } running ? recent.Prepend(running) : recent;
        foreach (var workout in workouts)
        {
            var names = workout.Exercises.Where(entry => entry.Sets.Count > 0 && Share(entry.ExerciseId, muscle, asked.Context.Exercises) == 1).Select(entry => entry.Name).Distinct().ToList();
            if (names.Count > 0)
            {
                var text = $"You last trained {muscle} {asked.Calendar.On(workout.StartedAt)}: {string.Join(", ", names)}.";
                return new(text, text);
            }
        }

        return new($"No {muscle} in your last workouts.", $"No {muscle} in your last workouts.");
    }

    /// <summary>Sets since Monday as the statistics count them, and the running workout's: warm-ups left out, muscles that help count half.</summary>
    public async Task<Reply> Volume(string? muscle, Asked asked, CancellationToken cancellationToken)
    {
        var read = await sums.Read(scope.AccountId, asked.Calendar.WeekStart, Ever, cancellationToken);
        var week = Statistics.Buckets(read.Slots, asked.Calendar.Zone, StatisticsBucket.Week, asked.Calendar.Monday, DateOnly.MaxValue).Select(period => period.Sum);
        var all = (asked.Workout is { } running ? week.Append(TrainingSum.Of(running)) : week).Aggregate(TrainingSum.Zero, (sum, other) => sum.Plus(other));
        var sets = all.Sets.Sum(done => Share(done.Key, muscle, asked.Context.Exercises) * done.Value);
        var (of, word) = (muscle is null ? "" : $" for {muscle}", sets == 1 ? "set" : "sets");
        return new($"{Amounts.Number(sets)} {word}{of} this week.", $"{SpokenNumber.Words(sets)} {word}{of} this week.");
    }

    private static decimal Share(string exerciseId, string? muscle, ExerciseIndex exercises) =>
        muscle is null ? 1
        : exercises.Find(exerciseId) is not { } exercise ? 0
        : Muscles.Covers(muscle, exercise.PrimaryMuscle) ? 1
        : exercise.SecondaryMuscles.Any(helping => Muscles.Covers(muscle, helping)) ? 0.5m : 0;
}
