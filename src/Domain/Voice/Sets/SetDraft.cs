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

    public Shared.Side? Side { get; init; }
}
