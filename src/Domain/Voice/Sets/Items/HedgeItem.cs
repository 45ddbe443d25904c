namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>A set told with a doubt, or not quite told: "80 for 8 I think", "80 for 8 or so", "give me 8". It is asked about.</summary>
internal sealed class HedgeItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var length = (scan.Word(0), scan.Word(1)) switch
        {
            ("i", "think" or "guess" or "believe" or "reckon" or "suppose") => 2,
            ("or", "so") => 2,
            ("give", "me") when scan.At == 0 => 2,
            ("probably" or "maybe" or "roughly" or "ish", _) when scan.Items.Count > 0 => 1,
            _ => 0,
        };
        scan.Hedged |= length > 0;
        return length > 0 && scan.Skip(length);
    }
}
