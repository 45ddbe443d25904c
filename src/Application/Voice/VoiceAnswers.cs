using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>Answers to questions, computed from projections; they name the set and its date.</summary>
internal sealed class VoiceAnswers(WorkoutSession session, IProjections projections, RecordsReader records, CommandScope scope)
{
    public async Task<string> To(VoiceCommand question, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return question switch
        {
            VoiceCommand.AskLast ask => await Last(ask.ExerciseId ?? Focus(workout), cancellationToken),
            VoiceCommand.AskRecord ask => await Record(ask.ExerciseId ?? Focus(workout), cancellationToken),
            VoiceCommand.AskProgress => Progress(workout),
            VoiceCommand.AskNext => Next(workout),
            VoiceCommand.AskConvert ask => Convert(ask.Load, ask.Unit),
            VoiceCommand.AskRest => "Your rest timer is on the screen.",
            _ => "I can't answer that yet. Look in History.",
        };
    }

    private static string? Focus(Workout? workout) =>
        workout?.Exercises.FirstOrDefault(entry => entry.Id == workout.FocusEntryId)?.ExerciseId;

    private static string Name(string exerciseId) => ExerciseLibrary.Find(exerciseId)?.Name ?? "that exercise";

    private static string Date(DateTimeOffset at) => at.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> Last(string? exerciseId, CancellationToken cancellationToken)
    {
        if (exerciseId is null)
        {
            return "Which exercise?";
        }

        var key = ProjectionKeys.ExerciseHistory(exerciseId);
        var history = await projections.Load<ExerciseHistory>(scope.AccountId, key, cancellationToken);
        return history is { Sessions: [var last, ..] }
            ? $"{Name(exerciseId)} on {Date(last.StartedAt)}: {string.Join(", ", last.Sets.Select(set => Values(set.Values)))}."
            : $"No earlier {Name(exerciseId)} yet.";
    }

    private async Task<string> Record(string? exerciseId, CancellationToken cancellationToken)
    {
        if (exerciseId is null)
        {
            return "Which exercise?";
        }

        var bests = await records.Now(exerciseId, cancellationToken);
        var best = bests.FirstOrDefault(record => record.Kind == RecordKind.MaxLoad) ?? (bests is [var first, ..] ? first : null);
        return best?.Set is { } set
            ? $"Your best {Name(exerciseId)} is {Values(set)}, on {Date(best.AchievedAt)}."
            : $"No record for {Name(exerciseId)} yet.";
    }

    private static string Progress(Workout? workout)
    {
        var sets = workout?.Exercises.Sum(entry => entry.Sets.Count) ?? 0;
        var exercises = workout?.Exercises.Count(entry => entry.Sets.Count > 0) ?? 0;
        return workout is null ? "No workout is running." : $"{sets} sets so far, over {exercises} exercises.";
    }

    private static string Next(Workout? workout) =>
        workout?.Exercises.FirstOrDefault(entry => entry.Sets.Count < (entry.Target?.Sets ?? 1)) is { } next
            ? $"Next: {next.Name}."
            : "Nothing more is planned.";

    private static string Convert(Load load, WeightUnit unit)
    {
        var value = unit == WeightUnit.Kg ? load.Kilograms : load.Kilograms / Load.KilogramsPerPound;
        return $"{SpokenText.Load(load)} is {SpokenText.Load(new Load(decimal.Round(value, 1), unit))}.";
    }

    private static string Values(SetValues set) => SpokenText.Set(
        set.Load, set.Reps?.Value, set.DurationSeconds?.Seconds, set.Distance);
}
