using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Where a workout stands.</summary>
public enum WorkoutStatus
{
    /// <summary>Being trained.</summary>
    Active,

    /// <summary>Finished: part of history.</summary>
    Completed,

    /// <summary>Thrown away; only undo brings it back.</summary>
    Discarded,

    /// <summary>Taken out of history; can be restored.</summary>
    Deleted,
}

/// <summary>One workout: the state that decisions are made on, and what is shown of it.</summary>
/// <param name="Version">How many events made it; the ETag.</param>
/// <param name="FocusEntryId">The entry that a set without an exercise goes to: the one touched last.</param>
/// <param name="Undo">What would take back the latest commands, newest last.</param>
/// <param name="Redo">What would put back the commands just undone, newest last.</param>
/// <param name="TakingBack">How many of the events to come belong to an undo.</param>
/// <param name="PuttingBack">How many of the events to come belong to a redo.</param>
public sealed record Workout(
    Guid Id,
    WorkoutStatus Status,
    string? Name,
    Guid? TemplateId,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    string? Note,
    int Version,
    Guid? FocusEntryId,
    IReadOnlyList<WorkoutExercise> Exercises,
    IReadOnlyList<Compensation> Undo,
    IReadOnlyList<Compensation> Redo,
    int TakingBack = 0,
    int PuttingBack = 0);

/// <summary>An exercise in a workout. The same exercise may stand in it twice, apart.</summary>
/// <param name="Name">What it was called when it was added.</param>
/// <param name="Previous">The sets of the session before, for prefill.</param>
/// <param name="Bests">The records as they stood before this workout.</param>
/// <param name="Suggestion">Why the target's load isn't the template's.</param>
/// <param name="Skipped">True when it was passed over today, else null: it is written down only where it is so.</param>
/// <param name="Formerly">What it was until merges made it what it is, oldest first; null where none did.</param>
public sealed record WorkoutExercise(
    Guid Id,
    string ExerciseId,
    string Name,
    Measure Measure,
    Guid? SupersetId,
    string? Note,
    SetTarget? Target,
    IReadOnlyList<SetValues> Previous,
    IReadOnlyList<PersonalRecord> Bests,
    IReadOnlyList<WorkoutSet> Sets,
    LoadSuggestion? Suggestion = null,
    bool? Skipped = null,
    IReadOnlyList<ExerciseLabel>? Formerly = null);

/// <summary>Which exercise an entry is, with the name and measure of that moment.</summary>
public sealed record ExerciseLabel(string ExerciseId, string Name, Measure Measure);

/// <summary>What was lifted in one set, as entered. No load on a bodyweight exercise means the body alone.</summary>
public sealed record SetValues(
    Load? Load,
    Reps? Reps,
    Rpe? Rpe,
    SetKind Kind,
    Side? Side,
    SetDuration? DurationSeconds,
    Distance? Distance,
    string? Note);

/// <summary>A logged set.</summary>
/// <param name="Records">Which personal records it set when it was done, as history tells it now.</param>
public sealed record WorkoutSet(Guid Id, SetValues Values, DateTimeOffset LoggedAt, IReadOnlyList<RecordKind> Records);

/// <summary>The events that take a command back, in the order to append them.</summary>
public sealed record Compensation(Guid CommandId, IReadOnlyList<WorkoutEvent> Events);
