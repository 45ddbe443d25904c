using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>What repeats the last set or a part of it: "same again", "same weight", "back to 80", "same as last week".</summary>
internal sealed class SameItem : IItemRule
{
    public bool TryRead(SetScan scan) => Count(scan) || Again(scan) || Repeat(scan) || AsSet(scan) || Same(scan) || Target(scan);

    private static bool Same(SetScan scan)
    {
        var lead = Lead(scan);
        var (code, how, length) = (scan.Word(lead), scan.Word(lead + 1), scan.Word(lead + 2)) switch
        {
            ("same", "weight" or "load", "as") when scan.Word(lead + 3) is "last" && scan.Word(lead + 4) is "week" or "time" or "session" or "workout" => ('L', Amount.SameAsLastSession, 5),
            ("same", "weight" or "load", "as") when scan.Word(lead + 3) is "last" or "that" && scan.Word(lead + 4) is "set" or "one" => ('L', Amount.Same, 5),
            ("same", "weight" or "load", "again" or "as") => ('L', Amount.Same, scan.Word(lead + 2) is "as" && scan.Word(lead + 3) is "before" or "last" ? 4 : 3),
            ("same", "weight" or "load", _) => ('L', Amount.Same, 2),
            ("same", "reps" or "number", _) => ('R', Amount.Same, 2),
            ("same", "time" or "duration", _) => ('D', Amount.Same, 2),
            ("same", "as", "last") => scan.Word(lead + 3) is "week" or "time" or "session" or "workout" ? ('Z', Amount.SameAsLastSession, 4)
                : ('Z', Amount.Same, scan.Word(lead + 3) is "set" or "one" ? 4 : 3),
            ("same", "as", "the" or "my") when scan.Word(lead + 3) is "last" or "previous" => ('Z', Amount.Same, scan.Word(lead + 4) is "set" or "one" ? 5 : 4),
            ("same", "as", "before" or "that" or "previous") => ('Z', Amount.Same, 3),
            ("same", "again" or "thing" or "set" or "one", "again" or "please") => ('Z', Amount.Same, 3),
            ("same", "again" or "thing" or "set" or "one", _) => ('Z', Amount.Same, 2),
            ("same", _, _) => ('Z', Amount.Same, 1),
            ("ditto", _, _) => ('Z', Amount.Same, 1),
            ("like", "that" or "before", _) => ('Z', Amount.Same, 2),
            ("that" or "it", "again", _) => ('Z', Amount.Same, 2),
            _ => (' ', Amount.Absolute, 0),
        };
        if (length == 0 || (scan.Word(lead) is "like" or "that" or "it" && lead == 0 && scan.Items is not [.., { Code: 'S' }]))
        {
            return false;
        }

        scan.Conflict |= code == 'Z' && scan.Items is [.., { Code: 'Z' }] && !scan.Here.Break;
        scan.Add(new Item(code, 0, null, how), lead + length);
        return scan.Word(0) is not "but" || scan.Skip(1);
    }

    // "same as set one", "same weight as the first set": which one is repeated.
    private static bool AsSet(SetScan scan)
    {
        var lead = Lead(scan);
        var code = scan.Word(lead + 1) is "weight" or "load" ? 'L' : 'Z';
        var at = lead + 1 + (code is 'L' || scan.Word(lead + 1) is "again" or "thing" ? 1 : 0);
        if (!scan.Word(lead).Equals("same", StringComparison.Ordinal) || scan.Word(at) is not ("as" or "like"))
        {
            return false;
        }

        at += scan.Word(at + 1) is "the" or "my" or "in" or "on" ? 2 : 1;
        var (set, length) = scan.Word(at) is "set" ? Numbered(scan, at + (scan.Word(at + 1) is "number" ? 2 : 1)) : (NumberWords.Ordinal(scan.Word(at)) ?? 0, scan.Word(at + 1) is "set" or "one" ? at + 2 : 0);
        if (length == 0 || set is < 1 or > SetAssembler.MostSets || set != decimal.Truncate(set))
        {
            return false;
        }

        scan.Add(new Item(code, 0, null, Amount.Same) { OfSet = (int)set }, length);
        return scan.At >= scan.Tokens.Length || scan.Word(0) is not "but" || scan.Skip(1);
    }

    private static (decimal Set, int Length) Numbered(SetScan scan, int at) =>
        scan.At + at < scan.Tokens.Length && (scan.Tokens[scan.At + at].Value ?? NumberWords.Value(scan.Tokens[scan.At + at].Text)) is { } number ? (number, at + 1) : (0, 0);

    private static int Lead(SetScan scan)
    {
        var at = 0;
        while (scan.Word(at) is "the" or "another" or "one" or "more" or "set" or "do" or "did" or "exactly" or "again" or "of" or "at" or "with" && at < 4)
        {
            at++;
        }

        return scan.Word(at) is "same" or "ditto" || (scan.Word(at) is "like" && at > 0) ? at : scan.Word(0) is "log" && scan.Word(1) is "that" or "it" ? 1 : 0;
    }

    // "again": most likely the set, and said so shortly that it is asked about.
    private static bool Again(SetScan scan)
    {
        if (scan.Tokens.Length != 1 || scan.Word(0) is not "again")
        {
            return false;
        }

        scan.Hedged = true;
        scan.Add(new Item('Z', 0, null, Amount.Same), 1);
        return true;
    }

    // "repeat the last set": done again, or to be heard again?
    private static bool Repeat(SetScan scan)
    {
        var at = scan.Word(0) is "repeat" ? scan.Word(1) is "the" or "my" or "that" ? 2 : 1 : 0;
        at += at > 0 && scan.Word(at) is "last" or "previous" ? 1 : 0;
        if (at == 0 || scan.Word(at) is not "set")
        {
            return false;
        }

        scan.Hedged = true;
        scan.Add(new Item('Z', 0, null, Amount.Same), at + 1);
        return true;
    }

    // "two more the same", "two more like that": how many sets.
    private static bool Count(SetScan scan)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var count, out var next) || count is < 2 or > SetAssembler.MostSets || next >= scan.Tokens.Length || !scan.Tokens[next].Is("more"))
        {
            return false;
        }

        var after = next + 1 - scan.At;
        after += scan.Word(after) is "of" ? 1 : 0;
        after += scan.Word(after) is "the" ? 1 : 0;
        if (!(scan.Word(after) is "same" || (scan.Word(after) is "like" && scan.Word(after + 1) is "that")))
        {
            return false;
        }

        scan.Add(new Item('S', count), next + 1 - scan.At);
        return true;
    }

    // "back to 80", "went up to 85": where the load goes.
    private static bool Target(SetScan scan)
    {
        var at = scan.Word(0) is "went" or "go" or "gone" or "going" or "moved" or "move" or "bumped" or "bump" or "bring" or "jumped" or "took" or "take" or "brought" or "back" or "increased" or "upped" or "raised" or "lowered" or "reduced" or "decreased" ? 1 : 0;
        at += scan.Word(at) is "it" ? 1 : 0;
        at += scan.Word(at) is "back" or "up" or "down" ? 1 : 0;
        at += at > 0 && scan.Word(at) is "up" or "down" ? 1 : 0;
        if (at == 0 || scan.Word(at) is not "to" || !NumberReader.TryRead(scan.Tokens, scan.At + at + 1, out var value, out var end) || (end < scan.Tokens.Length && Units.IsReps(scan.Tokens[end].Text)))
        {
            return false;
        }

        var unit = end < scan.Tokens.Length ? Units.Weight(scan.Tokens[end].Text) : null;
        scan.Add(new Item('L', value, unit) { IsTarget = true }, end - scan.At + (unit is null ? 0 : 1));
        return true;
    }
}
