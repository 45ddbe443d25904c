using Decision = TitanTrakr.Domain.Shared.Result<System.Collections.Generic.IReadOnlyList<TitanTrakr.Domain.Workouts.WorkoutEvent>>;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Decides on the workout as a whole: (state, what is asked, now) → events or a refusal. Pure.</summary>
public static partial class WorkoutDecider
{
    /// <summary>The most exercises one workout holds, and the most sets one exercise holds.</summary>
    public const int MostExercises = 50, MostSets = 100;

    /// <summary>Starts a workout where none is running.</summary>
    public static Decision Start(Workout? current, Guid id, string? name, DateTimeOffset startedAt) =>
        IsActive(current) ? new WorkoutAlreadyActive() : Events(new WorkoutStarted(id, name, null, startedAt));

    /// <summary>Starts a workout where none is running, with what a template plans for it. The first exercise is in focus.</summary>
    public static Decision StartPlanned(
        Workout? current, Guid id, string? name, Guid templateId, IReadOnlyList<PlannedEntry> plan, DateTimeOffset startedAt)
    {
        if (IsActive(current))
        {
            return new WorkoutAlreadyActive();
        }

        return plan.Select(entry => entry.EntryId).Distinct().Count() < plan.Count
            ? new IdTaken("exercise")
            : Events(
            [
                new WorkoutStarted(id, name, templateId, startedAt),
                .. plan.Select(entry => entry.AddedTo(id)),
                .. plan.Take(1).Select(first => new FocusMoved(id, first.EntryId)),
            ]);
    }

    /// <summary>Gives it a name or a note, or takes them away.</summary>
    public static Decision Describe(Workout? workout, Func<string?, string?> name, Func<string?, string?> note) =>
        Changeable(workout) is not { } open ? new NoActiveWorkout()
        : Events(new WorkoutDescribed(open.Id, name(open.Name), note(open.Note)));

    /// <summary>Finishes it. Never earlier than it began.</summary>
    public static Decision Complete(Workout? current, DateTimeOffset at) =>
        !IsActive(current) ? new NoActiveWorkout()
        : Events(new WorkoutCompleted(current!.Id, at < current.StartedAt ? current.StartedAt : at));

    /// <summary>Throws it away.</summary>
    public static Decision Discard(Workout? current) =>
        IsActive(current) ? Events(new WorkoutDiscarded(current!.Id)) : new NoActiveWorkout();

    /// <summary>Takes back the last command, whatever it was, or only where it was the one that is meant.</summary>
    public static Decision Undo(Workout? workout, Guid? commandId = null) => workout switch
    {
        { Undo: [.., var last] } when commandId is null || last.CommandId == commandId =>
            Events([new CommandUndone(workout.Id, last.CommandId, last.Events.Count), .. last.Events]),
        { Undo: [_, ..] } => new UndoOvertaken(),
        _ => new NothingToUndo("undo"),
    };

    /// <summary>Puts back the command undone last.</summary>
    public static Decision Redo(Workout? workout) => workout switch
    {
        null or { Redo: [] } => new NothingToUndo("put back"),
        { Redo: [.., var last] } => Events([new CommandRedone(workout.Id, last.CommandId, last.Events.Count), .. last.Events]),
        _ => new NothingToUndo("put back"),
    };

    private static bool IsActive(Workout? workout) => workout is { Status: WorkoutStatus.Active };

    // A running workout or a completed one; a discarded or deleted one is gone.
    private static Workout? Changeable(Workout? workout) => workout is { Status: WorkoutStatus.Active or WorkoutStatus.Completed } ? workout : null;

    private static Decision Events(params IReadOnlyList<WorkoutEvent> events) => Decision.Of(events);
}
