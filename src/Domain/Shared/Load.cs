namespace TitanTrakr.Domain.Shared;

/// <summary>The unit a load was entered in.</summary>
public enum WeightUnit
{
    /// <summary>Kilograms.</summary>
    Kg,

    /// <summary>International avoirdupois pounds.</summary>
    Lb,
}

/// <summary>
/// A weight exactly as it was entered: value and unit are kept, never converted in place. Negative means assistance.
/// </summary>
public sealed record Load
{
    /// <summary>Kilograms in one international pound (exact, international yard and pound agreement of 1959).</summary>
    public const decimal KilogramsPerPound = 0.45359237m;

    /// <summary>The largest magnitude that is accepted, in the unit as entered.</summary>
    public const decimal Limit = 2000m;

    /// <summary>What the limits are, in words for a problem's detail.</summary>
    public const string Rule = "A load is a number from -2000 to 2000 with at most three decimals, in kg or lb.";

    /// <summary>Makes a load.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value breaks <see cref="Rule"/>.</exception>
    public Load(decimal value, WeightUnit unit)
    {
        if (!IsValid(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), Rule);
        }

        Value = value;
        Unit = unit;
    }

    /// <summary>The number as entered, in <see cref="Unit"/>; negative is assistance.</summary>
    public decimal Value { get; }

    /// <summary>The unit as entered.</summary>
    public WeightUnit Unit { get; }

    /// <summary>The load in kilograms, unrounded: only for comparing and adding up.</summary>
    public decimal Kilograms => Unit == WeightUnit.Kg ? Value : Value * KilogramsPerPound;

    /// <summary>Whether a value lies within <see cref="Rule"/>.</summary>
    public static bool IsValid(decimal value) => Math.Abs(value) <= Limit && decimal.Round(value, 3) == value;
}
