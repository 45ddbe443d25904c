using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Accounts;

/// <summary>A guest's workout, as it comes into a full account.</summary>
public static class GuestWorkout
{
    /// <summary>Whole and completed, with all its ids: they belong to the account they stand in. A running one ended with its last set.</summary>
    /// <param name="known">Exercises of the guest's own that the account has under another id.</param>
    public static WorkoutRecorded AsRecorded(Workout workout, IReadOnlyDictionary<string, string> known) => new(
        workout.Id,
        workout.Name,
        workout.StartedAt,
        workout.CompletedAt ?? LastMoment(workout),
        workout.Note,
        [.. workout.Exercises.Select(entry => AsRecorded(entry, known))],
        ImportId: null,
        Source: null,
        workout.TemplateId);

    private static RecordedExercise AsRecorded(WorkoutExercise entry, IReadOnlyDictionary<string, string> known) => new(
        entry.Id,
        known.TryGetValue(entry.ExerciseId, out var id) ? id : entry.ExerciseId,
        entry.Name,
        entry.Measure,
        entry.SupersetId,
        entry.Note,
        [.. entry.Sets.Select(set => new RecordedSet(set.Id, set.Values, set.LoggedAt))],
        entry.Target,
        entry.Suggestion,
        entry.Skipped,
        entry.Previous);

    private static DateTimeOffset LastMoment(Workout workout) =>
        workout.Exercises.SelectMany(entry => entry.Sets).Select(set => set.LoggedAt).Append(workout.StartedAt).Max();
}
