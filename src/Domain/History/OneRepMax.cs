using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.History;

/// <summary>The estimated one-repetition maximum.</summary>
public static class OneRepMax
{
    /// <summary>Beyond this many reps the formula is no longer an estimate of strength.</summary>
    public const int MostReps = 12;

    /// <summary>
    /// Epley: load × (1 + reps / 30), in kg; a single is its own load. Null beyond <see cref="MostReps"/> or without a load above zero.
    /// Source: B. Epley, Poundage Chart, Boyd Epley Workout, 1985.
    /// </summary>
    public static decimal? Estimate(Load? load, Reps? reps) => (load, reps) switch
    {
        ({ Value: > 0 }, { Value: 1 }) => load.Kilograms,
        ({ Value: > 0 }, { Value: <= MostReps } r) => decimal.Round(load.Kilograms * (1 + (r.Value / 30m)), 3),
        _ => null,
    };
}
