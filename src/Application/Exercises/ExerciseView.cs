using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>An exercise as this account does it.</summary>
/// <param name="Step">The smallest increase it can be done with, or null where nothing was set.</param>
/// <param name="BarLoad">Its empty bar, or null for the account's.</param>
/// <param name="RestSeconds">Rest after each set in seconds, or null for the account's.</param>
/// <param name="Unit">The unit of a bare number, or null for the account's.</param>
/// <param name="IsOwn">One's own; otherwise it is the library's.</param>
public sealed record ExerciseView(
    string Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string Equipment,
    string PrimaryMuscle,
    IReadOnlyList<string> SecondaryMuscles,
    Measure Measure,
    Load? Step,
    Load? BarLoad,
    int? RestSeconds,
    WeightUnit? Unit,
    bool IsOwn,
    bool Archived)
{
    internal static ExerciseView Of(Exercise exercise, ExercisePreferences preferences, bool archived = false)
    {
        var applied = preferences.Applied(exercise);
        return new ExerciseView(
            applied.Id, applied.Name, applied.Aliases, applied.Equipment, applied.PrimaryMuscle, applied.SecondaryMuscles, applied.Measure,
            preferences.Step, preferences.BarLoad, preferences.RestSeconds, preferences.Unit, ExerciseLibrary.Find(applied.Id) is null, archived);
    }
}
