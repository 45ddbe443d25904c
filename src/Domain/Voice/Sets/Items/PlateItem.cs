using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"two plates", "a plate and a five each side", "3 plates a side", "empty bar".</summary>
internal sealed class PlateItem : IItemRule
{
    public const decimal HeavyKg = 20, HeavyLb = 45;

    public bool TryRead(SetScan scan) => Bar(scan) || Pairs(scan) || Plates(scan);

    private static bool Bar(SetScan scan)
    {
        var i = scan.Word(0) is "just" or "only" ? 1 : 0;
        i += scan.Word(i) is "the" or "an" or "a" ? 1 : 0;
        i += scan.Word(i) is "empty" or "bare" ? 1 : 0;
        if (scan.Word(i) is not ("bar" or "barbell") || scan.Word(i) is "barbell" && scan.Word(Math.Max(0, i - 1)) is not "empty")
        {
            return false;
        }

        scan.Add(new Item('L', 0, null, Amount.PerSide), i + 1);
        return true;
    }

    // "a pair of 20s and a pair of 5s on the bar": one of each pair on either side.
    private static bool Pairs(SetScan scan)
    {
        var (at, perSide) = (scan.At, 0m);
        while (Pair(scan, ref at, ref perSide))
        {
        }

        if (at == scan.At)
        {
            return false;
        }

        var length = at - scan.At;
        length += scan.Word(length) is "on" && scan.Word(length + 1) is "the" && scan.Word(length + 2) is "bar" ? 3 : 0;
        scan.Add(new Item('L', perSide, null, Amount.PerSide), length);
        return true;
    }

    private static bool Pair(SetScan scan, ref int at, ref decimal perSide)
    {
        var i = at - scan.At;
        i += i > 0 && scan.Word(i) is "and" ? 1 : 0;
        i += scan.Word(i) is "a" ? 1 : 0;
        if (scan.Word(i) is not "pair" || scan.Word(i + 1) is not "of" || !NumberReader.TryRead(scan.Tokens, scan.At + i + 2, out var value, out var end))
        {
            return false;
        }

        at = end + (end < scan.Tokens.Length && scan.Tokens[end].Is("s") ? 1 : 0);
        perSide += value;
        return true;
    }

    private static bool Plates(SetScan scan)
    {
        decimal count = 1;
        var next = scan.At + 1;
        if (scan.Here.Text is not ("a" or "an") && !NumberReader.TryRead(scan.Tokens, scan.At, out count, out next))
        {
            return false;
        }

        if (next >= scan.Tokens.Length || scan.Tokens[next].Text is not ("plate" or "plates") || count != decimal.Truncate(count) || count < 1)
        {
            return false;
        }

        next++;
        var heavy = scan.Context.Unit == Shared.WeightUnit.Kg ? HeavyKg : HeavyLb;
        var perSide = (count * heavy) + Extra(scan, ref next);
        next += SideWords(scan, next);
        scan.Add(new Item('L', perSide, null, Amount.PerSide), next - scan.At);
        return true;
    }

    private static decimal Extra(SetScan scan, ref int next)
    {
        var i = next;
        var tokens = scan.Tokens;
        if (i + 1 >= tokens.Length || tokens[i].Text is not ("and" or "plus"))
        {
            return 0;
        }

        i += tokens[i + 1].Is("a") ? 2 : 1;
        if (!NumberReader.TryRead(tokens, i, out var extra, out var end) || (end < tokens.Length && tokens[end].Is("for") is false && SideWords(scan, end) == 0))
        {
            return 0;
        }

        next = end;
        return extra;
    }

    /// <summary>How many words say "each side" at a place.</summary>
    public static int SideWords(SetScan scan, int at)
    {
        var i = at - scan.At;
        return scan.Word(i) is "each" or "a" or "per" or "either" && scan.Word(i + 1) is "side" ? 2
            : scan.Word(i) is "on" && scan.Word(i + 1) is "each" && scan.Word(i + 2) is "side" ? 3 : 0;
    }
}
