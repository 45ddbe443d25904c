using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"each side", "per leg", "left 8 right 7"; "each hand" only says the load is per dumbbell.</summary>
internal sealed class SideItem : IItemRule
{
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

        // "each side 8" of a bar may be what hangs there.
        scan.Hedged |= scan.Word(at) is "side" or "sides" && scan.Items.Count == 0 && LoadResolver.IsOnBar(scan.Doing);
        return IsLimb(scan.Word(at)) ? scan.Marked(MarkKind.Each, at + 1)
            : at == 1 && scan.Word(0) is "each" && scan.Items is [{ Code: 'L', Unit: not null }] && !LoadResolver.IsOnBar(scan.Doing) ? scan.Skip(1)
            // "10 each", of what is done with one arm or leg at a time; "16 each" may be what each hand holds.
            : at == 1 && scan.Word(0) is "each" && scan.Items is [.., { Code: 'N' or 'L' or 'F' or 'X' }, { Code: 'N' or 'R' }] && !LoadResolver.IsOnBar(scan.Doing) && scan.Marked(MarkKind.Each, 1);
    }

    private static bool IsLimb(string word) => word is "side" or "sides" or "arm" or "arms" or "leg" or "legs" or "hand" or "foot" or "way";
}
