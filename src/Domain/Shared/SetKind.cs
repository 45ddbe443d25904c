namespace TitanTrakr.Domain.Shared;

/// <summary>What a set was for.</summary>
public enum SetKind
{
    /// <summary>A set that counts: the default.</summary>
    Working,

    /// <summary>Preparation; counts in no record and no statistic.</summary>
    Warmup,

    /// <summary>Straight after another at a lower load.</summary>
    Drop,

    /// <summary>Taken to failure, AMRAP included.</summary>
    Failure,
}

/// <summary>Which side of the body a set was for.</summary>
public enum Side
{
    /// <summary>The left side alone.</summary>
    Left,

    /// <summary>The right side alone.</summary>
    Right,

    /// <summary>Both sides, the reps counted for each.</summary>
    Each,
}
