using TitanTrakr.Domain.History;

namespace TitanTrakr.Domain.Workouts;

/// <summary>What takes an event back, seen from the state before it.</summary>
internal static class WorkoutInverse
{
    public static IReadOnlyList<WorkoutEvent> Of(Workout before, WorkoutEvent @event) => @event switch
    {
        WorkoutStarted e => [new WorkoutDiscarded(e.WorkoutId)],
        WorkoutRecorded or WorkoutRestored => [new WorkoutDeleted(@event.WorkoutId)],
        WorkoutDeleted => [new WorkoutRestored(@event.WorkoutId)],
        WorkoutMoved e => [new WorkoutMoved(e.WorkoutId, before.StartedAt, before.CompletedAt ?? before.StartedAt)],
        WorkoutDescribed e => [new WorkoutDescribed(e.WorkoutId, before.Name, before.Note)],
        WorkoutCompleted or WorkoutDiscarded => [new WorkoutResumed(@event.WorkoutId)],
        WorkoutResumed => [before.CompletedAt is { } at ? new WorkoutCompleted(before.Id, at) : new WorkoutDiscarded(before.Id)],
        ExerciseAdded e => [new ExerciseRemoved(e.WorkoutId, e.EntryId), .. Refocus(before)],
        ExerciseRestored e => [new ExerciseRemoved(e.WorkoutId, e.Entry.Id), .. Refocus(before)],
        ExerciseReplaced e => Entry(before, e.EntryId) is var was
            ? [new ExerciseReplaced(e.WorkoutId, was.Id, was.ExerciseId, was.Name, was.Measure, was.Target, was.Suggestion, was.Formerly)] : [],
        ExerciseRemoved e => [new ExerciseRestored(e.WorkoutId, Records.Unmarked(Entry(before, e.EntryId)), IndexOf(before, e.EntryId)), .. Refocus(before)],
        ExerciseDescribed e => Entry(before, e.EntryId) is var was
            ? [new ExerciseDescribed(e.WorkoutId, was.Id, was.SupersetId, was.Note)] : [],
        ExerciseSkipped e => [new ExerciseSkipped(e.WorkoutId, e.EntryId, Entry(before, e.EntryId).Skipped == true)],
        ExercisesReordered e => [new ExercisesReordered(e.WorkoutId, [.. before.Exercises.Select(entry => entry.Id)])],
        FocusMoved => Refocus(before),
        SetLogged e => before.FocusEntryId == e.EntryId
            ? [new SetRemoved(e.WorkoutId, e.EntryId, e.SetId)]
            : [new SetRemoved(e.WorkoutId, e.EntryId, e.SetId), .. Refocus(before)],
        SetCorrected e => [WasCorrected(before, e.SetId)],
        SetRemoved e => [WasLogged(before, e), .. Refocus(before)],
        CommandUndone or CommandRedone => [],
    };

    private static IReadOnlyList<WorkoutEvent> Refocus(Workout before) => [new FocusMoved(before.Id, before.FocusEntryId)];

    private static WorkoutExercise Entry(Workout workout, Guid entryId) => workout.Exercises.First(entry => entry.Id == entryId);

    private static int IndexOf(Workout workout, Guid entryId) => workout.Exercises.ToList().FindIndex(entry => entry.Id == entryId);

    private static SetCorrected WasCorrected(Workout before, Guid setId)
    {
        var (entry, set, index) = FindSet(before, setId);
        return new SetCorrected(before.Id, entry.Id, setId, set.Values, index);
    }

    private static SetLogged WasLogged(Workout before, SetRemoved e)
    {
        var (entry, set, index) = FindSet(before, e.SetId);
        return new SetLogged(before.Id, entry.Id, set.Id, set.Values, set.LoggedAt, index);
    }

    private static (WorkoutExercise Entry, WorkoutSet Set, int Index) FindSet(Workout workout, Guid setId)
    {
        var entry = workout.Exercises.First(candidate => candidate.Sets.Any(set => set.Id == setId));
        var index = entry.Sets.ToList().FindIndex(set => set.Id == setId);
        return (entry, entry.Sets[index], index);
    }
}
