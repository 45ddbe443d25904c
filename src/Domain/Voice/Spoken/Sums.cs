using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>Answers that need no data, only arithmetic: a load in the other unit, and the plates that make it.</summary>
public static class Sums
{
    private static readonly decimal[] KilogramPlates = [25, 20, 15, 10, 5, 2.5m, 1.25m];
    private static readonly decimal[] PoundPlates = [45, 35, 25, 10, 5, 2.5m];

    /// <summary>The load in another unit, to a tenth.</summary>
    public static Load Converted(Load load, WeightUnit unit)
    {
        ArgumentNullException.ThrowIfNull(load);
        var value = unit == load.Unit ? load.Value : unit == WeightUnit.Kg ? load.Kilograms : load.Kilograms / Load.KilogramsPerPound;
        return new Load(Math.Clamp(decimal.Round(value, 1, MidpointRounding.AwayFromZero), -Load.Limit, Load.Limit), unit);
    }

    /// <summary>The plates of one side, largest first, and what of the load they leave over (both sides).</summary>
    /// <param name="load">The whole load, bar included.</param>
    /// <param name="bar">The bar, in the same unit; null is 20 kg or 45 lb.</param>
    /// <param name="plates">The plates at hand; null is a usual gym's.</param>
    public static (IReadOnlyList<decimal> Side, decimal Missing, Load Bar) Plates(Load load, Load? bar, IReadOnlyList<decimal>? plates)
    {
        ArgumentNullException.ThrowIfNull(load);
        var usual = new Load(load.Unit == WeightUnit.Kg ? 20 : 45, load.Unit);
        var on = bar is null ? usual : bar.Unit == load.Unit ? bar : Converted(bar, load.Unit);
        var left = (load.Value - on.Value) / 2;
        var side = new List<decimal>();
        foreach (var plate in (plates ?? (load.Unit == WeightUnit.Kg ? KilogramPlates : PoundPlates)).Where(plate => plate > 0).OrderDescending())
        {
            while (left >= plate && side.Count < 40)
            {
                side.Add(plate);
                left -= plate;
            }
        }

        return (side, left * 2, on);
    }
}
