using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"each side", "per leg", "left 8 right 7"; "each hand" only says the load is per dumbbell.</summary>
internal sealed class SideItem : IItemRule
{
    private const int MostReps = 30;

    public bool TryRead(SetScan scan)
    {
        var lead = scan.Here.Text is "on" or "with" or "for" ? 1 : 0;
        var the = scan.Word(lead) is "the" or "my" ? lead + 1 : lead;
        if (scan.Word(lead) is "each" or "per" or "a" or "either" or "both" or "every")
        {
            return Each(scan, lead + 1);
        }

        if (scan.Word(the) is not ("left" or "right"))
        {
            return false;
        }

        var side = scan.Word(the) is "left" ? Side.Left : Side.Right;
        var length = the + 1 + (IsLimb(scan.Word(the + 1)) ? 1 : 0);
        if (scan.Word(length) is "in" or "to")
        {
            return false;
        }

        var spelled = lead > 0 || length > the + 1 || scan.Items.Count > 0;
        if (!spelled && !Numbers.NumberReader.TryRead(scan.Tokens, scan.At + length, out _, out _))
        {
            return false;
        }

        scan.Add(new Item('W') { Side = side, IsBare = length == the + 1 && lead == 0 }, length);
        return scan.At >= scan.Tokens.Length || scan.Word(0) is not "only" || scan.Skip(1);
    }

    private static bool Each(SetScan scan, int at)
    {
        if (scan.Word(at) is "hand" or "dumbbell" or "dumbbells" or "hands")
        {
            return scan.Skip(at + 1);
        }

        var sides = scan.Word(at) is "side" or "sides";
        if (sides && MayHang(scan, at + 1))
        {
            scan.Items[^1] = scan.Items[^1] with { Sided = true };
            return scan.Marked(MarkKind.Sides, at + 1);
        }

        // "each side 8" of a bar may be what hangs there.
        scan.Hedged |= sides && scan.Items.Count == 0 && LoadResolver.IsOnBar(scan.Doing);
        return IsLimb(scan.Word(at)) ? scan.Marked(MarkKind.Each, at + 1, sides ? 1 : 0)
            : at == 1 && scan.Word(0) is "each" && scan.Items is [{ Code: 'L', Unit: not null }] && !LoadResolver.IsOnBar(scan.Doing) ? scan.Skip(1)
            // "10 each", of what is done with one arm or leg at a time; "16 each" may be what each hand holds.
            : at == 1 && scan.Word(0) is "each" && scan.Items is [.., { Code: 'N' or 'L' or 'F' or 'X' }, { Code: 'N' or 'R' }] && !LoadResolver.IsOnBar(scan.Doing) && scan.Marked(MarkKind.Each, 1);
    }

    // "8 at 30 a side", "10 reps, 20 each side", "30 a side got 8": the number is a load, if the exercise has one on either side.
    private static bool MayHang(SetScan scan, int behind) => scan.Items switch
    {
        [.., { Code: 'L', As: Amount.Absolute }] or [.., { Code: 'A' or 'R' }, { Code: 'N' }] or [.., { Code: 'X' or 'B' }, { Code: 'N' }, { Code: 'N' }] => true,
        [{ Code: 'N' }] => IsCountAhead(scan, behind) || (scan.At + behind == scan.Tokens.Length && LoadResolver.IsOnBar(scan.Doing)),
        [{ Code: 'S' }, { Code: 'N' }] => IsCountAhead(scan, behind),
        _ => false,
    };

    private static bool IsCountAhead(SetScan scan, int at)
    {
        at += scan.Word(at) is "for" or "x" or "times" or "got" or "did" ? 1 : 0;
        return Numbers.NumberReader.TryRead(scan.Tokens, scan.At + at, out var count, out var end) && count <= MostReps && !(end < scan.Tokens.Length && Numbers.Units.Weight(scan.Tokens[end].Text) is not null);
    }

    private static bool IsLimb(string word) => word is "side" or "sides" or "arm" or "arms" or "leg" or "legs" or "hand" or "foot" or "way";
}
