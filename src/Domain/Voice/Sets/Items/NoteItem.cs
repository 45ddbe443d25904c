using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>How a set was done, kept in its note: "paused reps", "belt on", "green band", "pin at 12".</summary>
internal sealed class NoteItem : IItemRule
{
    private static readonly HashSet<string> How = new(StringComparer.Ordinal)
    {
        "paused", "pause", "easy", "hard", "heavy", "light", "slow", "tempo", "strict", "clean", "smooth", "grindy", "controlled",
        "explosive", "touch", "beltless", "beltloose", "ugly", "fast", "deep", "partials", "shaky",
    };

    private static readonly HashSet<string> Colours = new(StringComparer.Ordinal)
    {
        "green", "red", "blue", "black", "purple", "yellow", "orange", "light", "heavy", "thick", "thin", "medium", "mini",
    };

    public bool TryRead(SetScan scan)
    {
        var length = Length(scan);
        if (length == 0)
        {
            return false;
        }

        var words = new List<string>(length);
        foreach (var token in scan.Tokens.Slice(scan.At, length))
        {
            words.Add(token.Text);
        }

        scan.Notes.Add(string.Join(' ', words));
        return scan.Skip(length);
    }

    private static int Length(SetScan scan)
    {
        var lead = scan.Here.Text is "with" && scan.Word(1) is "a" or "the" ? 2 : scan.Here.Text is "with" ? 1 : 0;
        if (Colours.Contains(scan.Word(lead)) && scan.Word(lead + 1) is "band" or "bands")
        {
            return lead + 2;
        }

        return (scan.Word(lead), scan.Word(lead + 1)) switch
        {
            ("belt" or "straps" or "wraps" or "sleeves", "on" or "off") when lead == 0 => 2,
            ("belt" or "straps" or "chains" or "sleeves", _) when lead > 0 => lead + 1,
            ("no", "belt" or "straps") => lead + 2,
            ("pin" or "level" or "setting", _) => Pin(scan, lead),
            var (word, after) when lead == 0 && How.Contains(word) => Units.IsReps(after) || after is "one" or "ones" ? 2 : 1,
            _ => 0,
        };
    }

    private static int Pin(SetScan scan, int lead)
    {
        var at = scan.At + lead + 1 + (scan.Word(lead + 1) is "at" or "on" ? 1 : 0);
        return NumberReader.TryRead(scan.Tokens, at, out _, out var end) ? end - scan.At : 0;
    }
}
