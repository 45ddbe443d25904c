using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>One group of sets as read, before context fills it in.</summary>
internal sealed record SetDraft
{
    public string Pattern { get; init; } = string.Empty;

    public int Count { get; init; } = 1;

    public Item? Load { get; init; }

    public Item? Reps { get; init; }

    public Item? Time { get; init; }

    public Item? Length { get; init; }

    public Item? Again { get; init; }

    public Side? Side { get; init; }

    /// <summary>Whether the sets could be the reps: "80 for 8 x 3".</summary>
    public bool EitherWay { get; init; }

    /// <summary>How many sets were told ahead of their list; 0 where that was left out.</summary>
    public int Told { get; init; }

    /// <summary>Whether the load at the end of the list may be only the last one's: "8, 7 at 85".</summary>
    public bool MayStandAlone { get; init; }

    /// <summary>The reps that were meant before those that were got: "8 at 85, got 6".</summary>
    public Item? Goal { get; init; }

    /// <summary>The first of the items it is made of.</summary>
    public int From { get; init; }

    /// <summary>The item behind its last.</summary>
    public int To { get; init; }

    /// <summary>Whether words, not just their order, say which number is what.</summary>
    public bool Spelled { get; init; }
}
