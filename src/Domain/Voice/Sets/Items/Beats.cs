using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>How slowly a rep was done, counted in seconds: "tempo 3 1 1", "at a 3-1-1 tempo", "pause 1 2 3". No reps of further sets.</summary>
internal static class Beats
{
    private const int Least = 2, Most = 4;

    /// <summary>How many words behind "tempo" or "pause" count it.</summary>
    public static int Behind(SetScan scan, string word)
    {
        if (word is not ("tempo" or "pause" or "paused" or "pauses") || (word is not "tempo" && scan.Items.Count == 0))
        {
            return 0;
        }

        var run = Run(scan, 1);
        var next = scan.Word(1 + run);
        return run > 0 && !Units.IsReps(next) && Units.Weight(next) is null && !(scan.Items.Count == 0 && next is "at" or "with" or "x" or "by") ? run : 0;
    }

    /// <summary>"3 1 1 tempo", behind a set.</summary>
    public static bool TryRead(SetScan scan)
    {
        var lead = scan.Word(0) is "at" or "with" or "on" ? scan.Word(1) is "a" ? 2 : 1 : 0;
        if (scan.Items is not [.., { Code: 'N' or 'R' or 'L' }] || Run(scan, lead) is not (> 0 and var run) || scan.Word(lead + run) is not "tempo")
        {
            return false;
        }

        // "100 for 5 3 1 1 tempo" may be four sets at that tempo.
        scan.Hedged |= lead == 0 && run > 1 && !scan.Tokens[scan.At + 1].Glued;
        scan.At += lead;
        return scan.Marked(MarkKind.Note, run + 1, 0, scan.Said(run + 1));
    }

    // Two to four digits, or all of them in one number at the end of a set: "tempo 311".
    private static int Run(SetScan scan, int from)
    {
        var run = 0;
        while (run <= Most && scan.At + from + run < scan.Tokens.Length && (run == 0 || !scan.Tokens[scan.At + from + run].Break) && IsBeat(scan.Tokens[scan.At + from + run]))
        {
            run++;
        }

        return run is >= Least and <= Most ? run
            : run == 0 && scan.Items.Count > 1 && scan.At + from < scan.Tokens.Length && scan.Tokens[scan.At + from] is { IsClock: false, Value: >= 100 and < 10_000, Text.Length: 3 or 4, Break: false }
                && (scan.At + from + 1 == scan.Tokens.Length || scan.Word(from + 1) is "tempo") ? 1 : 0;
    }

    private static bool IsBeat(Token token) => token is { Value: null, Text: "oh" or "o" }
        || (!token.IsClock && (token.Value ?? NumberWords.Value(token.Text)) is >= 0 and <= 9 and var beat && beat == decimal.Truncate(beat));
}
