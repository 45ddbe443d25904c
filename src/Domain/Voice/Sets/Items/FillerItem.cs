namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>Words around a set that change nothing about it.</summary>
internal sealed class FillerItem : IItemRule
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "i", "did", "just", "only", "hit", "got", "on", "log", "logged", "put", "me", "down", "add", "made", "managed",
        "ive", "done", "did", "set", "record", "enter", "another", "my", "it", "doing", "first", "to", "weighted", "was", "now", "that", "total", "today",
    };

    public bool TryRead(SetScan scan)
    {
        var word = scan.Here.Text;
        var ok = word switch
        {
            "that" => scan.Next(1, "time"),
            "first" => scan.Items.Count == 0 && scan.Word(1) is "pair" or "set",
            "to" or "was" or "total" or "today" => false,
            "down" => scan.At > 0,
            "set" => scan.At > 0 || scan.Word(1) is "of",
            _ => scan.Here.Value is null && Words.Contains(word),
        };
        return ok && scan.Skip(word == "that" ? 2 : 1);
    }
}
