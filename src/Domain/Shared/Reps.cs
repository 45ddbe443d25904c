namespace TitanTrakr.Domain.Shared;

/// <summary>Repetitions of one set, 1 to 1000.</summary>
public readonly record struct Reps
{
    /// <summary>The fewest and the most repetitions a set may have.</summary>
    public const int Min = 1, Max = 1000;

    /// <summary>What the limits are, in words for a problem's detail.</summary>
    public const string Rule = "Reps are a whole number from 1 to 1000.";

    private readonly int _value;

    /// <summary>Makes a count of repetitions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value breaks <see cref="Rule"/>.</exception>
    public Reps(int value) => _value = IsValid(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), Rule);

    /// <summary>The count; never zero, not even of a default value.</summary>
    public int Value => _value == 0 ? Min : _value;

    /// <summary>Whether a value lies within <see cref="Rule"/>.</summary>
    public static bool IsValid(int value) => value is >= Min and <= Max;
}
