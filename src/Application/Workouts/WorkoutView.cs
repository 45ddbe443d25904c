using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>A workout as served. What it is made of is in the HTTP contract.</summary>
/// <param name="NextEntryId">The exercise that the next set belongs to by the plan, supersets in turn; null where nothing is left or it is past.</param>
public sealed record WorkoutView(
    Guid Id,
    string? Name,
    Guid? TemplateId,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    string? Note,
    int Version,
    IReadOnlyList<EntryView> Exercises,
    WorkoutTotals Totals,
    Guid? NextEntryId) : IShowsWorkout
{
    WorkoutView IShowsWorkout.Shown => this;

    /// <summary>The workout as it is shown at a moment; a running one has lasted until then.</summary>
    public static WorkoutView Of(Workout workout, DateTimeOffset now) => new(
        workout.Id, workout.Name, workout.TemplateId, workout.StartedAt, workout.CompletedAt, workout.Note, workout.Version,
        Entries(workout), WorkoutTotals.Of(workout, now),
        workout.Status == WorkoutStatus.Active ? WorkoutPlan.Next(workout)?.Id : null);

    private static IReadOnlyList<EntryView> Entries(Workout workout)
    {
        var supersets = WorkoutPlan.Supersets(workout);
        return [.. workout.Exercises.Select(entry => EntryView.Of(entry, supersets))];
    }
}

/// <summary>An exercise in a workout as served.</summary>
/// <param name="Target">What the template plans, its load raised where the last session earned it.</param>
/// <param name="Previous">The sets of the last session with this exercise, of the same template where there is one.</param>
/// <param name="SupersetId">The same on the exercises done in turn; null where no other shares it.</param>
/// <param name="Skipped">Passed over today; its sets, if any, count.</param>
/// <param name="Suggestion">Why the target's load isn't the template's, or null where it is.</param>
public sealed record EntryView(
    Guid Id,
    string ExerciseId,
    string Name,
    Measure Measure,
    Guid? SupersetId,
    string? Note,
    SetTarget? Target,
    IReadOnlyList<SetValues> Previous,
    IReadOnlyList<SetView> Sets,
    LoadSuggestion? Suggestion,
    bool Skipped)
{
    internal static EntryView Of(WorkoutExercise entry, IReadOnlySet<Guid> supersets) => new(
        entry.Id, entry.ExerciseId, entry.Name, entry.Measure,
        entry.SupersetId is { } superset && supersets.Contains(superset) ? superset : null, entry.Note, entry.Target, entry.Previous,
        [.. entry.Sets.Select(SetView.Of)], entry.Suggestion, entry.Skipped == true);
}

/// <summary>A set as served; numbers count from 1 within the exercise.</summary>
public sealed record SetView(
    Guid Id,
    int Number,
    SetKind Kind,
    Load? Load,
    Reps? Reps,
    Rpe? Rpe,
    Side? Side,
    SetDuration? DurationSeconds,
    Distance? Distance,
    string? Note,
    DateTimeOffset LoggedAt,
    IReadOnlyList<RecordKind> Records)
{
    internal static SetView Of(WorkoutSet set, int index)
    {
        var values = set.Values;
        return new SetView(
            set.Id, index + 1, values.Kind, values.Load, values.Reps, values.Rpe, values.Side, values.DurationSeconds, values.Distance,
            values.Note, set.LoggedAt, set.Records);
    }
}

/// <summary>Sums over a workout; warm-ups count as sets and reps but lift no volume.</summary>
/// <param name="VolumeKg">Load times reps in kg.</param>
public sealed record WorkoutTotals(int Sets, int Reps, decimal VolumeKg, int DurationSeconds)
{
    internal static WorkoutTotals Of(Workout workout, DateTimeOffset now)
    {
        SetValues[] sets = [.. workout.Exercises.SelectMany(entry => entry.Sets).Select(set => set.Values)];
        var volume = Records.ToGram(Records.Volume(sets));
        return new WorkoutTotals(
            sets.Length, sets.Sum(set => set.Reps?.Value ?? 0), volume, Lasted(workout.StartedAt, workout.CompletedAt ?? now));
    }

    /// <summary>Whole seconds; none where clocks disagree.</summary>
    internal static int Lasted(DateTimeOffset from, DateTimeOffset to) => (int)Math.Clamp((to - from).TotalSeconds, 0, int.MaxValue);
}
