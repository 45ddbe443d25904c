using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Nothing is running that this could be done to.</summary>
public sealed record NoActiveWorkout() : ConflictError("no-active-workout", "Start a workout first.");

/// <summary>One is running already.</summary>
public sealed record WorkoutAlreadyActive() : ConflictError("workout-already-active", "A workout is running. Finish or discard it first.");

/// <summary>There is no command left to take or put back.</summary>
public sealed record NothingToUndo(string What) : ConflictError("nothing-to-undo", $"There is nothing to {What}.");

/// <summary>The command that is to be undone isn't the last one.</summary>
public sealed record UndoOvertaken() : ConflictError(
    "nothing-to-undo", "That isn't what was done last, so it can't be taken back by itself. Undo without naming it takes back what was.");

/// <summary>A set needs an exercise: none was named and none is in focus.</summary>
public sealed record NoExerciseInFocus() : ConflictError("no-exercise-in-focus", "Say which exercise it was.");

/// <summary>The sets that were logged can't be sets of the other exercise.</summary>
public sealed record SetsDoNotFit(string Exercise) : ConflictError(
    "sets-do-not-fit", $"{Exercise} is measured by something else than the sets that are logged. Add it beside, or remove the sets first.");

/// <summary>The id that the client made is taken in this workout.</summary>
public sealed record IdTaken(string What) : ConflictError("id-taken", $"This {What} id is in use already. Make a new one.");

/// <summary>So many fit into one workout and no more.</summary>
public sealed record WorkoutFull(string What, int Limit) : ConflictError("workout-full", $"A workout holds at most {Limit} {What}.");
