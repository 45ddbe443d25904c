namespace TitanTrakr.Domain.Shared;

/// <summary>The unit a distance was entered in.</summary>
public enum DistanceUnit
{
    /// <summary>Metres.</summary>
    M,

    /// <summary>Kilometres.</summary>
    Km,

    /// <summary>International miles.</summary>
    Mi,

    /// <summary>International yards.</summary>
    Yd,
}

/// <summary>A distance exactly as it was entered.</summary>
public sealed record Distance
{
    /// <summary>What the limits are, in words for a problem's detail.</summary>
    public const string Rule = "A distance is above 0 and at most 1,000 km, with at most three decimals, in m, km, mi or yd.";

    /// <summary>Makes a distance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value breaks <see cref="Rule"/>.</exception>
    public Distance(decimal value, DistanceUnit unit)
    {
        if (!IsValid(value, unit))
        {
            throw new ArgumentOutOfRangeException(nameof(value), Rule);
        }

        Value = value;
        Unit = unit;
    }

    /// <summary>The number as entered, in <see cref="Unit"/>.</summary>
    public decimal Value { get; }

    /// <summary>The unit as entered.</summary>
    public DistanceUnit Unit { get; }

    /// <summary>The distance in metres, unrounded: only for comparing and adding up.</summary>
    public decimal Metres => Value * MetresPer(Unit);

    /// <summary>Whether a value lies within <see cref="Rule"/>.</summary>
    public static bool IsValid(decimal value, DistanceUnit unit) =>
        value is > 0 and <= 1_000_000 && decimal.Round(value, 3) == value && value * MetresPer(unit) <= 1_000_000;

    // Miles and yards by the international agreement of 1959.
    private static decimal MetresPer(DistanceUnit unit) => unit switch
    {
        DistanceUnit.M => 1m,
        DistanceUnit.Km => 1000m,
        DistanceUnit.Mi => 1609.344m,
        DistanceUnit.Yd => 0.9144m,
    };
}
