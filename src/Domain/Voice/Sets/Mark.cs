namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>What is said about a set beside its amounts.</summary>
internal enum MarkKind
{
    Rpe,
    Warmup,
    AllWarmup,
    Working,
    DropSet,
    Drop,
    Failure,
    Each,

    /// <summary>"a side" behind a load: what hangs there on a bar or machine, each side of anything else.</summary>
    Sides,
    Note,
    NoteOnAll,
    Assisted,
}

/// <summary>A mark and where it stood: before the item of that number.</summary>
internal readonly record struct Mark(MarkKind Kind, int At, bool Break, decimal Value = 0, string? Text = null)
{
    /// <summary>Whether it is said ahead of the set it is about ("warm-up 60 for 8") rather than behind it ("80 for 8, RPE 8").</summary>
    public bool Leads => Kind is MarkKind.Warmup or MarkKind.Working or MarkKind.Drop or MarkKind.DropSet;
}
