namespace TitanTrakr.Domain.Exercises;

/// <summary>What a set of an exercise is measured by.</summary>
public enum Measure
{
    /// <summary>External load and repetitions (bench press).</summary>
    LoadReps,

    /// <summary>Repetitions; a load is what was added to, or as a negative taken off, the body's own weight (pull-up).</summary>
    BodyweightReps,

    /// <summary>Repetitions with assistance; the load is negative (assisted pull-up machine).</summary>
    AssistedReps,

    /// <summary>Time (plank).</summary>
    Time,

    /// <summary>Load and distance (farmer's carry).</summary>
    LoadDistance,

    /// <summary>Distance and time (rowing machine).</summary>
    DistanceTime,
}

/// <summary>An exercise of the library or one's own.</summary>
/// <param name="Id">Kebab-case for the library (<c>bench-press</c>), a UUID for one's own.</param>
/// <param name="Name">As shown.</param>
/// <param name="Aliases">Other names people say, abbreviations included.</param>
/// <param name="Equipment">barbell, dumbbell, machine, cable, bodyweight …</param>
/// <param name="PrimaryMuscle">The muscle that does most of the work.</param>
/// <param name="SecondaryMuscles">Muscles that help; they count half in statistics.</param>
/// <param name="Measure">What a set is measured by.</param>
public sealed record Exercise(
    string Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string Equipment,
    string PrimaryMuscle,
    IReadOnlyList<string> SecondaryMuscles,
    Measure Measure)
{
    /// <summary>The most exercises of its own that an account keeps, archived ones left out.</summary>
    public const int MostOwn = 500;
}
