using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exercises;

/// <summary>How one account does an exercise, of the library or its own. What is null is as usual.</summary>
/// <param name="Equipment">What it is done with instead of the library's.</param>
/// <param name="Measure">What its sets are measured by instead of the library's.</param>
/// <param name="Step">The smallest increase that its plates, stack or dumbbells allow; above zero.</param>
/// <param name="BarLoad">What the empty bar, sled or carriage weighs; zero or more.</param>
/// <param name="RestSeconds">Rest after each set, 0 to 3600 s.</param>
/// <param name="Unit">The unit that a bare number on it means.</param>
public sealed record ExercisePreferences(
    string? Equipment = null,
    Measure? Measure = null,
    Load? Step = null,
    Load? BarLoad = null,
    int? RestSeconds = null,
    WeightUnit? Unit = null)
{
    /// <summary>All as usual.</summary>
    public static ExercisePreferences None { get; } = new();

    /// <summary>The exercise as this account does it.</summary>
    public Exercise Applied(Exercise exercise) => Equipment is null && Measure is null
        ? exercise
        : exercise with { Equipment = Equipment ?? exercise.Equipment, Measure = Measure ?? exercise.Measure };
}

/// <summary>How the account does an exercise is this now, as a whole.</summary>
public sealed record ExercisePreferencesChanged(string ExerciseId, ExercisePreferences Preferences) : DomainEvent;
