using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>An account keeps so many and no more.</summary>
public sealed record TooManyExercises() : ConflictError(
    "too-many-exercises", $"An account keeps at most {Exercise.MostOwn} exercises of its own. Archive those you no longer do, or merge duplicates.");

/// <summary>The running workout holds it.</summary>
public sealed record ExerciseInUse() : ConflictError("exercise-in-use", "The running workout holds this exercise. Finish it or swap the exercise first.");

/// <summary>Sets were logged that another measure could not hold.</summary>
public sealed record MeasureInUse(DateTimeOffset WorkoutAt, string Fault) : ConflictError(
    "measure-in-use",
    $"A set logged on {WorkoutAt:yyyy-MM-dd} does not fit that measure: {Fault} Make an exercise of its own for it.");

/// <summary>Two exercises that are measured by different things can't be one.</summary>
public sealed record MeasuresDiffer()
    : ConflictError("measures-differ", "The two exercises are measured by different things. Choose one that is measured alike.");

/// <summary>The id that the client made is taken.</summary>
public sealed record ExerciseIdTaken() : ConflictError("id-taken", "This exercise id is in use already. Make a new one.");
