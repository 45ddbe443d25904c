using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>The running workout holds it.</summary>
public sealed record ExerciseInUse() : ConflictError("exercise-in-use", "The running workout holds this exercise. Finish it or swap the exercise first.");

/// <summary>Sets were logged that another measure could not hold.</summary>
public sealed record MeasureInUse(DateTimeOffset WorkoutAt, string Fault) : ConflictError(
    "measure-in-use",
    $"A set logged on {WorkoutAt:yyyy-MM-dd} does not fit that measure: {Fault} Make an exercise of its own for it.");

/// <summary>The id that the client made is taken.</summary>
public sealed record ExerciseIdTaken() : ConflictError("id-taken", "This exercise id is in use already. Make a new one.");
