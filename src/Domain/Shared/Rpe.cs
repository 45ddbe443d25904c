namespace TitanTrakr.Domain.Shared;

/// <summary>
/// Rating of perceived exertion on the scale for resistance training: 10 is a maximal set, 10 − n leaves n repetitions in reserve
/// (Zourdos et al., J Strength Cond Res 30(1), 2016). From 1 to 10 in steps of a half.
/// </summary>
public readonly record struct Rpe
{
    /// <summary>What the limits are, in words for a problem's detail.</summary>
    public const string Rule = "RPE is a number from 1 to 10 in steps of 0.5.";

    private readonly decimal _value;

    /// <summary>Makes a rating.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value breaks <see cref="Rule"/>.</exception>
    public Rpe(decimal value) => _value = IsValid(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), Rule);

    /// <summary>The rating, 1 to 10.</summary>
    public decimal Value => _value == 0 ? 1 : _value;

    /// <summary>Whether a value lies within <see cref="Rule"/>.</summary>
    public static bool IsValid(decimal value) => value is >= 1 and <= 10 && value * 2 == decimal.Truncate(value * 2);
}
