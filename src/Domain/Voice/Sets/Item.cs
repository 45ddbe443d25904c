using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>How an amount is meant before the exercise is known.</summary>
internal enum Amount
{
    Absolute,
    Change,
    PerSide,
    Same,
    SameAsLastSession,
    Body,
}

/// <summary>
/// One part of a set as said. <paramref name="Code"/> names it in the patterns: N number, L load, R reps, D time, M distance, S sets,
/// F for, G got, behind a set that was meant, A at or with, O of, X times, B by, T then, W left or right, Z the same again.
/// </summary>
internal sealed record Item(char Code, decimal Value = 0, WeightUnit? Unit = null, Amount As = Amount.Absolute, bool Break = false)
{
    public DistanceUnit LengthUnit { get; init; }

    public Side? Side { get; init; }

    /// <summary>Whether a "for" or "to" could hide in this number's word.</summary>
    public bool MaybeFor { get; init; }

    /// <summary>The seconds it is, read as a clock: "one thirty" is 90. Negative where it may be either (130 in digits), 0 where it is none.</summary>
    public int Clock { get; init; }

    /// <summary>Whether an X was the word "times".</summary>
    public bool IsTimes { get; init; }

    /// <summary>Whether it was said with "drop", which may also lead to the load it is dropped to.</summary>
    public bool IsDrop { get; init; }

    /// <summary>Whether it was said with "add", which may also add a set.</summary>
    public bool IsAdd { get; init; }

    /// <summary>Whether a bare s stood behind it: a pair of dumbbells, or seconds.</summary>
    public bool Plural { get; init; }

    /// <summary>Whether "a side" was said of it: on a bar what hangs at either end.</summary>
    public bool Sided { get; init; }

    /// <summary>Whether a side was said without an arm or a leg: "right" may be no side at all.</summary>
    public bool IsBare { get; init; }

    /// <summary>The number of the set it repeats, 0 for the last one.</summary>
    public int OfSet { get; init; }

    /// <summary>Whether "up to 85" or "back to 80" led to it: where the load goes, not yet what was done.</summary>
    public bool IsTarget { get; init; }
}
