using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange;

/// <summary>
/// What is left of a weight that an app converted: 61.24 kg was 135 lb on the bar, 88.18 lb was 40 kg. Apps round to a hundredth,
/// so only what lies that near to an even weight of the other unit, and is uneven in its own, is taken for one.
/// </summary>
public static class UnitDust
{
    private const decimal Step = 2.5m, Rounding = 0.011m;

    /// <summary>The even weight in the other unit that this one is the remains of, or null.</summary>
    public static Load? Offer(decimal value, WeightUnit unit)
    {
        if (value <= 0 || value > Load.Limit || IsEven(value))
        {
            return null;
        }

        var other = unit == WeightUnit.Kg ? WeightUnit.Lb : WeightUnit.Kg;
        var converted = unit == WeightUnit.Kg ? value / Load.KilogramsPerPound : value * Load.KilogramsPerPound;
        var even = decimal.Round(converted / Step, MidpointRounding.AwayFromZero) * Step / 1.000000000000000000000000000m;
        var back = unit == WeightUnit.Kg ? even * Load.KilogramsPerPound : even / Load.KilogramsPerPound;
        return even > 0 && Load.IsValid(even) && Math.Abs(back - value) <= Rounding ? new Load(even, other) : null;
    }

    internal static decimal Kilograms(decimal value, WeightUnit unit) => unit == WeightUnit.Kg ? value : value * Load.KilogramsPerPound;

    // Plates and stacks go by quarters at the finest.
    private static bool IsEven(decimal value) => value * 4 == decimal.Truncate(value * 4);
}
