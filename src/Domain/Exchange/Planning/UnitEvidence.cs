using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>Decides the units that a file leaves open, and says why.</summary>
internal static class UnitEvidence
{
    // What a 45 lb bar weighs with its usual plates; hardly any of them is a usual weight in kg.
    private static readonly HashSet<decimal> PoundBars = [95, 115, 135, 155, 185, 205, 225, 245, 275, 315, 365, 405];

    /// <summary>The unit of weights without one, and the finding to show; null where the file holds no weight.</summary>
    public static (WeightUnit Unit, UnitFinding? Finding) Weights(IReadOnlyList<ForeignRow> rows, ImportOptions options)
    {
        var weights = rows.Where(row => row.Role == RowRole.Set && row.Weight is > 0 or < 0).ToList();
        var said = weights.Select(row => row.WeightUnit).OfType<WeightUnit>().Distinct().ToList();
        var bare = weights.Where(row => row.WeightUnit is null).Select(row => Math.Abs(row.Weight!.Value)).ToList();
        var (unit, why) = options.WeightUnit is { } asked ? (asked, "you said so") : Guess(bare, options.AccountUnit);
        if (weights.Count == 0)
        {
            return (unit, null);
        }

        var evidence = bare.Count == 0 ? "the file names it"
            : said.Count == 0 ? $"the file names none; {why}"
            : $"{weights.Count - bare.Count} weights have a unit, {bare.Count} have none; for these {why}";
        var units = (bare.Count == 0 ? said : said.Append(unit)).Distinct().ToList();
        return (unit, new UnitFinding(units.Count > 1 ? "mixed" : Name(units[0]), evidence, bare.Count == 0 || options.WeightUnit is not null));
    }

    /// <summary>The unit of distances without one, and the finding to show; null where the file holds no distance.</summary>
    public static (DistanceUnit Unit, UnitFinding? Finding) Distances(IReadOnlyList<ForeignRow> rows, ImportOptions options, WeightUnit weights)
    {
        var distances = rows.Where(row => row.Role == RowRole.Set && row.Distance is > 0).ToList();
        var said = distances.Select(row => row.DistanceUnit).OfType<DistanceUnit>().Distinct().ToList();
        var bare = distances.Where(row => row.DistanceUnit is null).Select(row => row.Distance!.Value).ToList();
        var unit = options.DistanceUnit ?? (bare.Exists(value => value >= 100) ? DistanceUnit.M : weights == WeightUnit.Lb ? DistanceUnit.Mi : DistanceUnit.Km);
        if (distances.Count == 0)
        {
            return (unit, null);
        }

        var evidence = bare.Count == 0 ? "the file names it"
            : options.DistanceUnit is not null ? "you said so"
            : unit == DistanceUnit.M ? "the file names none; distances of 100 and more are metres"
            : $"the file names none; with weights in {Name(weights)} they are {Name(unit)}";
        var units = (bare.Count == 0 ? said : said.Append(unit)).Distinct().ToList();
        return (unit, new UnitFinding(units.Count > 1 ? "mixed" : Name(units[0]), evidence, bare.Count == 0 || options.DistanceUnit is not null));
    }

    private static (WeightUnit Unit, string Why) Guess(List<decimal> bare, WeightUnit account)
    {
        var bars = bare.Count(PoundBars.Contains);
        var fives = bare.Count(weight => weight % 5 == 0);
        var quarters = bare.Count(weight => weight % 2.5m == 0 && weight % 5 != 0);
        return bars >= 3 && bars * 10 >= bare.Count && fives * 10 >= bare.Count * 9
            ? (WeightUnit.Lb, $"{bars} of {bare.Count} weights are those of a 45 lb bar with its plates (135, 185, 225 …)")
            : quarters * 10 >= bare.Count && quarters >= 3
                ? (WeightUnit.Kg, $"{quarters} of {bare.Count} weights go by 2.5, as kilogram plates do")
                : (account, "your account uses it");
    }

    private static string Name<TUnit>(TUnit unit)
        where TUnit : struct, Enum => unit.ToString().ToLowerInvariant();
}
