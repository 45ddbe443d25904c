using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>How a set was done, kept in its note: "paused reps", "belt on", "green band", "pin at 12", "2 partials".</summary>
internal sealed class NoteItem : IItemRule
{
    private static readonly HashSet<string> How = new(StringComparer.Ordinal)
    {
        "paused", "pause", "easy", "hard", "heavy", "light", "slow", "tempo", "strict", "clean", "smooth", "grindy", "controlled", "cheated", "cheat", "sloppy", "rough", "tough",
        "explosive", "touch", "beltless", "beltloose", "ugly", "fast", "deep", "partials", "shaky", "raw", "wobbly", "solid", "grinder", "kipping",
    };

    private static readonly HashSet<string> Colours = new(StringComparer.Ordinal)
    {
        "green", "red", "blue", "black", "purple", "yellow", "orange", "grey", "gray", "light", "heavy", "thick", "thin", "medium", "mini", "strong", "resistance",
    };

    private static readonly HashSet<string> Gear = new(StringComparer.Ordinal) { "belt", "straps", "strap", "wraps", "sleeves", "chains", "chalk", "pause", "spotter", "spot", "bands" };

    public bool TryRead(SetScan scan)
    {
        if (scan.Word(0) is "restpause")
        {
            return scan.Marked(MarkKind.NoteOnAll, scan.Word(1) is "set" or "sets" ? 2 : 1, 0, "rest-pause");
        }

        if (Partials(scan) || Held(scan) || Beats.TryRead(scan))
        {
            return true;
        }

        if (scan.Word(0) is "at" or "on" && scan.Word(1) is "incline" or "speed" or "resistance" or "grade" or "level" or "pin" or "setting" or "notch" or "tempo" && Levelled(scan))
        {
            return true;
        }

        var skip = scan.Word(0) is "and" or "it" or "they" or "that" && (scan.Word(1) is "felt" || scan.Word(1) is "was" && How.Contains(scan.Word(2))) ? 1 : 0;
        scan.At += skip;
        var length = scan.At < scan.Tokens.Length ? Length(scan) : 0;
        return length > 0 && scan.Marked(MarkKind.Note, length, 0, scan.Word(0) is "was" ? scan.Said(length)[4..] : scan.Said(length));
    }

    // "at incline 6", "on pin 9"
    private static bool Levelled(SetScan scan)
    {
        scan.At++;
        var length = Length(scan);
        return length > 0 ? scan.Marked(MarkKind.Note, length, 0, scan.Said(length)) : !scan.Skip(-1);
    }

    private static bool Partials(SetScan scan)
    {
        var lead = scan.Word(0) is "plus" or "and" or "with" or "then" ? 1 : 0;
        return NumberReader.TryRead(scan.Tokens, scan.At + lead, out _, out var end) && end < scan.Tokens.Length && scan.Tokens[end].Text is "partials" or "partial" or "negatives" or "forced" or "assisted"
            && (scan.Items.Count > 0 || lead > 0) && (!scan.Tokens[end].Is("assisted") || end + 1 == scan.Tokens.Length)
            && scan.Skip(lead) && Noted(scan, end + 1 - scan.At);
    }

    // "three second pause", "3 count negatives"
    private static bool Held(SetScan scan)
    {
        var lead = scan.Word(0) is "with" ? scan.Word(1) is "a" ? 2 : 1 : 0;
        if (scan.Items.Count == 0 || !NumberReader.TryRead(scan.Tokens, scan.At + lead, out _, out var end) || end + 1 >= scan.Tokens.Length || scan.Tokens[end].Text is not ("second" or "seconds" or "count")
            || scan.Tokens[end + 1].Text is not ("pause" or "pauses" or "hold" or "negative" or "negatives" or "eccentric" or "eccentrics" or "descent" or "tempo"))
        {
            return false;
        }

        scan.At += lead;
        return scan.Marked(MarkKind.Note, end + 2 - scan.At, 0, scan.Said(end + 2 - scan.At));
    }

    // "2 partials", "2 forced reps"
    private static bool Noted(SetScan scan, int length)
    {
        var text = scan.Said(length);
        var reps = Units.IsReps(scan.Word(length));
        return scan.Marked(MarkKind.Note, length + (reps ? 1 : 0), 0, reps && text.EndsWith("forced", StringComparison.Ordinal) ? text + " reps" : text);
    }

    private static int Length(SetScan scan)
    {
        var lead = scan.Here.Text is "with" or "using" or "on" && scan.Word(1) is "a" or "the" ? 2 : scan.Here.Text is "with" or "using" ? 1 : 0;
        if (Colours.Contains(scan.Word(lead)) && scan.Word(lead + 1) is "band" or "bands")
        {
            scan.At += lead;
            return 2;
        }

        return (scan.Word(lead), scan.Word(lead + 1)) switch
        {
            ("felt", "really" or "very" or "pretty" or "super" or "so" or "too") when lead == 0 && Feels(scan.Word(2)) => 3,
            ("felt" or "was" or "really" or "very" or "pretty" or "super" or "too", var how) when lead == 0 && Feels(how) => 2,
            ("belt" or "straps" or "wraps" or "sleeves" or "chains", "on" or "off") when lead == 0 => 2,
            ("band" or "bands", _) when lead > 0 => lead + 1,
            (var gear, _) when lead > 0 && Gear.Contains(gear) => lead + 1,
            ("no" or "without", "belt" or "straps" or "wraps" or "sleeves" or "a") => scan.Word(lead + 1) is "a" ? (Gear.Contains(scan.Word(lead + 2)) ? lead + 3 : 0) : lead + 2,
            ("pin" or "level" or "setting" or "notch" or "hole", _) => Numbered(scan, lead),
            ("incline" or "speed" or "resistance" or "grade", _) when scan.Exercise.Sure?.Measure == Measure.DistanceTime => Numbered(scan, lead),
            ("full" or "whole" or "the", "stack") => 2,
            ("close" or "narrow" or "wide" or "neutral" or "reverse" or "mixed" or "hook" or "thumbless" or "false", "grip") when lead == 0 && scan.Items.Count > 0 => 2,
            ("touch", "and") when scan.Word(lead + 2) is "go" => 3,
            (var word, var after) when lead == 0 && How.Contains(word) && (word is not "clean" || scan.Items.Count > 0 || Units.IsReps(after)) => Units.IsReps(after) || after is "tempo" or "pace" or "descent" or "one" or "ones" or "eccentric" or "eccentrics" or "negatives" or "form" ? 2 : 1 + Beats.Behind(scan, word),
            _ => 0,
        };
    }

    private static bool Feels(string word) => How.Contains(word) || word is "good" or "great" or "bad" or "strong" or "weak" or "awful" or "terrible" or "amazing";

    private static int Numbered(SetScan scan, int lead)
    {
        var at = scan.At + lead + 1 + (scan.Word(lead + 1) is "at" or "on" or "number" or "of" or "in" ? 1 : 0);
        return NumberReader.TryRead(scan.Tokens, at, out _, out var end) ? end - scan.At : 0;
    }
}
