using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Workouts;

/// <summary>An exercise that a workout begins with.</summary>
/// <param name="Suggestion">Why the target's load isn't the template's.</param>
public sealed record PlannedEntry(Guid EntryId, Exercise Exercise, Guid? SupersetId, SetTarget? Target, LoadSuggestion? Suggestion)
{
    internal ExerciseAdded AddedTo(Guid workoutId) =>
        new(workoutId, EntryId, Exercise.Id, Exercise.Name, Exercise.Measure, SupersetId, Target, null, Suggestion);
}
