using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Spoken;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>When a muscle was trained last, and how much this week.</summary>
internal sealed class MuscleAnswers(ICompletedWorkouts completed, CommandScope scope)
{
    // Further back nobody remembers what "last" was; the history screen does.
    private const int Looked = 60;

    /// <summary>The last workout with an exercise whose main muscle it is.</summary>
    public async Task<Reply> Last(string muscle, Asked asked, CancellationToken cancellationToken)
    {
        var recent = await completed.Page(scope.AccountId, new HistoryFilter(null, null, null, null, null, Looked), cancellationToken);
        var workouts = asked.Workout is { } running ? recent.Prepend(running) : recent;
        foreach (var workout in workouts)
        {
            var names = workout.Exercises.Where(entry => entry.Sets.Count > 0 && Share(entry, muscle, asked.Context.Exercises) == 1).Select(entry => entry.Name).Distinct().ToList();
            if (names.Count > 0)
            {
                var text = $"You last trained {muscle} {asked.Calendar.On(workout.StartedAt)}: {string.Join(", ", names)}.";
                return new(text, text);
            }
        }

        return new($"No {muscle} in your last workouts.", $"No {muscle} in your last workouts.");
    }

    /// <summary>Sets since Monday, warm-ups left out; muscles that help count half, as in the statistics.</summary>
    public async Task<Reply> Volume(string? muscle, Asked asked, CancellationToken cancellationToken)
    {
        var filter = new HistoryFilter(null, asked.Calendar.WeekStart.AddTicks(-1), null, null, null, 100);
        var week = await completed.Page(scope.AccountId, filter, cancellationToken);
        var workouts = asked.Workout is { } running ? week.Prepend(running) : week;
        var sets = workouts.SelectMany(workout => workout.Exercises)
            .Sum(entry => Share(entry, muscle, asked.Context.Exercises) * entry.Sets.Count(set => set.Values.Kind != SetKind.Warmup));
        var (of, word) = (muscle is null ? "" : $" for {muscle}", sets == 1 ? "set" : "sets");
        return new($"{Amounts.Number(sets)} {word}{of} this week.", $"{SpokenNumber.Words(sets)} {word}{of} this week.");
    }

    private static decimal Share(WorkoutExercise entry, string? muscle, ExerciseIndex exercises) =>
        muscle is null ? 1
        : exercises.Find(entry.ExerciseId) is not { } exercise ? 0
        : Muscles.Covers(muscle, exercise.PrimaryMuscle) ? 1
        : exercise.SecondaryMuscles.Any(helping => Muscles.Covers(muscle, helping)) ? 0.5m : 0;
}
