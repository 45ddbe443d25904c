using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Workouts;

/// <summary>What can happen to a workout: a closed family. Each knows its workout, so past ones can be corrected.</summary>
public abstract record WorkoutEvent(Guid WorkoutId) : DomainEvent;

/// <summary>A workout began.</summary>
public sealed record WorkoutStarted(Guid WorkoutId, string? Name, Guid? TemplateId, DateTimeOffset StartedAt) : WorkoutEvent(WorkoutId);

/// <summary>Name or note became this; null means none.</summary>
public sealed record WorkoutDescribed(Guid WorkoutId, string? Name, string? Note) : WorkoutEvent(WorkoutId);

/// <summary>It was finished.</summary>
public sealed record WorkoutCompleted(Guid WorkoutId, DateTimeOffset CompletedAt) : WorkoutEvent(WorkoutId);

/// <summary>It was thrown away.</summary>
public sealed record WorkoutDiscarded(Guid WorkoutId) : WorkoutEvent(WorkoutId);

/// <summary>A finished or discarded one goes on.</summary>
public sealed record WorkoutResumed(Guid WorkoutId) : WorkoutEvent(WorkoutId);

/// <summary>A workout done earlier or elsewhere came in whole, completed.</summary>
/// <param name="ImportId">The import it came with, or null where one entered it.</param>
/// <param name="Source">The rows of the file it was read from, as they stood there; kept here only, in no projection.</param>
/// <param name="TemplateId">What it was started from, where that is known.</param>
public sealed record WorkoutRecorded(
    Guid WorkoutId,
    string? Name,
    DateTimeOffset StartedAt,
    DateTimeOffset CompletedAt,
    string? Note,
    IReadOnlyList<RecordedExercise> Exercises,
    Guid? ImportId,
    IReadOnlyList<string>? Source,
    Guid? TemplateId = null) : WorkoutEvent(WorkoutId);

/// <summary>An exercise of a workout that came in whole, with the name and measure of that moment.</summary>
/// <param name="Target">What was planned.</param>
/// <param name="Suggestion">Why the target's load wasn't the template's.</param>
/// <param name="Skipped">True when it was passed over, else null.</param>
/// <param name="Previous">What it showed of the session before; null: what history holds now.</param>
public sealed record RecordedExercise(
    Guid EntryId,
    string ExerciseId,
    string Name,
    Measure Measure,
    Guid? SupersetId,
    string? Note,
    IReadOnlyList<RecordedSet> Sets,
    SetTarget? Target = null,
    LoadSuggestion? Suggestion = null,
    bool? Skipped = null,
    IReadOnlyList<SetValues>? Previous = null);

/// <summary>A set of a workout that came in whole.</summary>
public sealed record RecordedSet(Guid SetId, SetValues Values, DateTimeOffset LoggedAt);

/// <summary>A completed workout was taken out of history.</summary>
public sealed record WorkoutDeleted(Guid WorkoutId) : WorkoutEvent(WorkoutId);

/// <summary>A deleted workout came back as it was.</summary>
public sealed record WorkoutRestored(Guid WorkoutId) : WorkoutEvent(WorkoutId);

/// <summary>A completed workout really started and ended then.</summary>
public sealed record WorkoutMoved(Guid WorkoutId, DateTimeOffset StartedAt, DateTimeOffset CompletedAt) : WorkoutEvent(WorkoutId);

/// <summary>An exercise came into the workout, at <paramref name="Position"/> or last. Carries the name and measure of that moment, and the plan.</summary>
public sealed record ExerciseAdded(
    Guid WorkoutId,
    Guid EntryId,
    string ExerciseId,
    string Name,
    Measure Measure,
    Guid? SupersetId,
    SetTarget? Target,
    int? Position,
    LoadSuggestion? Suggestion = null) : WorkoutEvent(WorkoutId);

/// <summary>An entry taken out came back as it was, sets included.</summary>
public sealed record ExerciseRestored(Guid WorkoutId, WorkoutExercise Entry, int Position) : WorkoutEvent(WorkoutId);

/// <summary>The entry is another exercise now, with what is planned for that; its sets stay.</summary>
public sealed record ExerciseReplaced(
    Guid WorkoutId,
    Guid EntryId,
    string ExerciseId,
    string Name,
    Measure Measure,
    SetTarget? Target = null,
    LoadSuggestion? Suggestion = null,
    IReadOnlyList<ExerciseLabel>? Formerly = null) : WorkoutEvent(WorkoutId);

/// <summary>The entry and its sets were taken out.</summary>
public sealed record ExerciseRemoved(Guid WorkoutId, Guid EntryId) : WorkoutEvent(WorkoutId);

/// <summary>Note or superset of the entry became this; null means none.</summary>
public sealed record ExerciseDescribed(Guid WorkoutId, Guid EntryId, Guid? SupersetId, string? Note) : WorkoutEvent(WorkoutId);

/// <summary>The entry was passed over, or taken up again; its sets stay either way.</summary>
public sealed record ExerciseSkipped(Guid WorkoutId, Guid EntryId, bool Skipped) : WorkoutEvent(WorkoutId);

/// <summary>The entries stand in this order now.</summary>
public sealed record ExercisesReordered(Guid WorkoutId, IReadOnlyList<Guid> EntryIds) : WorkoutEvent(WorkoutId);

/// <summary>The next set without an exercise goes to this entry.</summary>
public sealed record FocusMoved(Guid WorkoutId, Guid? EntryId) : WorkoutEvent(WorkoutId);

/// <summary>A set was done.</summary>
public sealed record SetLogged(Guid WorkoutId, Guid EntryId, Guid SetId, SetValues Values, DateTimeOffset LoggedAt, int? Position)
    : WorkoutEvent(WorkoutId);

/// <summary>A set was really this. It may have moved to another entry, to <paramref name="Position"/> there or last.</summary>
public sealed record SetCorrected(Guid WorkoutId, Guid EntryId, Guid SetId, SetValues Values, int? Position) : WorkoutEvent(WorkoutId);

/// <summary>A set was taken away.</summary>
public sealed record SetRemoved(Guid WorkoutId, Guid EntryId, Guid SetId) : WorkoutEvent(WorkoutId);

/// <summary>The command's effects are taken back by the next <paramref name="EventCount"/> events.</summary>
public sealed record CommandUndone(Guid WorkoutId, Guid UndoneCommandId, int EventCount) : WorkoutEvent(WorkoutId);

/// <summary>The command's effects are put back by the next <paramref name="EventCount"/> events.</summary>
public sealed record CommandRedone(Guid WorkoutId, Guid RedoneCommandId, int EventCount) : WorkoutEvent(WorkoutId);
