using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"two plates", "a plate and a five each side", "3 plates a side", "empty bar", "bar plus ten a side".</summary>
internal sealed class PlateItem : IItemRule
{
    private const decimal HeavyKg = 20, HeavyLb = 45;

    public bool TryRead(SetScan scan) => Bar(scan) || Pairs(scan) || Plates(scan) || Loaded(scan);

    private static bool Bar(SetScan scan)
    {
        // "85 on the bar for 7" says where it was.
        if (scan.Word(0) is "on" && scan.Word(1) is "the" or "my" && scan.Word(2) is "bar" && scan.Items is [.., { Code: 'N' or 'L' }])
        {
            return scan.Skip(3);
        }

        var i = scan.Word(0) is "just" or "only" ? 1 : 0;
        i += scan.Word(i) is "the" or "an" or "a" ? 1 : 0;
        var empty = scan.Word(i) is "empty" or "bare" or "naked";
        i += empty ? 1 : 0;
        if (scan.Word(i) is not "bar" && !(empty && scan.Word(i) is "barbell"))
        {
            return false;
        }

        var (next, perSide) = (scan.At + i + 1, 0m);
        if (next + 1 < scan.Tokens.Length && scan.Tokens[next].Text is "plus" or "and" or "with")
        {
            var at = next + (scan.Tokens[next + 1].Is("a") ? 2 : 1);
            if (PairOrSides(scan, at, out var value, out var end))
            {
                (perSide, next) = (value, end);
            }
        }

        scan.Add(new Item('L', perSide, null, Amount.PerSide), next - scan.At);
        return true;
    }

    // "tens" and "a ten each side" are one on either side.
    private static bool PairOrSides(SetScan scan, int at, out decimal value, out int end)
    {
        if (NumberWords.Plural(scan.Tokens[at].Text) is { } many)
        {
            (value, end) = (many, at + 1);
        }
        else if (!NumberReader.TryRead(scan.Tokens, at, out value, out end))
        {
            return false;
        }
        else if (end < scan.Tokens.Length && scan.Tokens[end].Is("s"))
        {
            end++;
        }
        else if (SideWords(scan, end) == 0)
        {
            return false;
        }

        end += SideWords(scan, end);
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
        var onBar = scan.Word(length) is "on" && scan.Word(length + 1) is "the" && scan.Word(length + 2) is "bar" ? 3 : 0;
        var dumbbells = scan.Word(length) is "dumbbells" or "dumbbell" ? 1 : 0;
        scan.Add(new Item('L', perSide, null, Amount.PerSide) { Plural = onBar == 0 }, length + onBar + dumbbells);
        return true;
    }

    private static bool Pair(SetScan scan, ref int at, ref decimal perSide)
    {
        var i = at - scan.At;
        i += i > 0 && scan.Word(i) is "and" ? 1 : 0;
        i += scan.Word(i) is "a" or "the" ? 1 : 0;
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
        var next = scan.At;
        if (scan.Here.Text is "a" or "an" or "one" && scan.Word(1) is "plate")
        {
            next++;
        }
        else if (!scan.Here.Is("plate") && !NumberReader.TryRead(scan.Tokens, scan.At, out count, out next))
        {
            return false;
        }

        if (next >= scan.Tokens.Length || scan.Tokens[next].Text is not ("plate" or "plates"))
        {
            return false;
        }

        // "two and a half plates": half of which?
        if (count != decimal.Truncate(count) || count < 1)
        {
            scan.Conflict = true;
            return false;
        }

        // "put a plate on each side": those that hang there, or one more?
        scan.Hedged |= scan.Word(-1) is "put" or "add" or "added" or "threw" or "stuck" or "another" or "extra";
        next++;
        if (next + 1 < scan.Tokens.Length && scan.Tokens[next].Is("and") && (scan.Tokens[next + 1].Text is "half" || (scan.Tokens[next + 1].Is("a") && scan.Word(next + 2 - scan.At) is "half" or "quarter")))
        {
            scan.Conflict = true;
            return false;
        }

        var heavy = scan.Context.Unit == Shared.WeightUnit.Kg ? HeavyKg : HeavyLb;
        var perSide = (count * heavy) + Extra(scan, ref next);
        next += SideWords(scan, next);
        perSide += Extra(scan, ref next);
        scan.Add(new Item('L', perSide, null, Amount.PerSide), next - scan.At);
        return true;
    }

    private static decimal Extra(SetScan scan, ref int next)
    {
        var sum = 0m;
        while (next + 1 < scan.Tokens.Length && scan.Tokens[next].Text is "and" or "plus")
        {
            var i = scan.Tokens[next + 1].Is("a") ? next + 2 : next + 1;
            if (!NumberReader.TryRead(scan.Tokens, i, out var extra, out var end)
                || (end < scan.Tokens.Length && !scan.Tokens[end].Break && scan.Tokens[end].Text is not ("for" or "and" or "plus" or "x" or "times" or "on" or "per" or "a" or "each") && SideWords(scan, end) == 0))
            {
                break;
            }

            (sum, next) = (sum + extra, end);
        }

        return sum;
    }

    // "20 a side for 8", "a 20 and a 5 each side for 8": what hangs on either end.
    private static bool Loaded(SetScan scan)
    {
        var (next, perSide, count) = (scan.At, 0m, 0);
        do
        {
            next += count > 0 ? 1 : 0;
            next += next < scan.Tokens.Length && scan.Tokens[next].Text is "a" or "an" ? 1 : 0;
            if (NumberWords.Plural(next < scan.Tokens.Length ? scan.Tokens[next].Text : string.Empty) is { } pair && LoadResolver.IsOnBar(scan.Doing))
            {
                (perSide, count, next) = (perSide + pair, count + 1, next + 1);
                continue;
            }

            if (!NumberReader.TryRead(scan.Tokens, next, out var value, out next))
            {
                return false;
            }

            next += next < scan.Tokens.Length && (Units.Weight(scan.Tokens[next].Text) is not null || (scan.Tokens[next] is { Text: "s", Glued: true } && LoadResolver.IsOnBar(scan.Doing))) ? 1 : 0;
            (perSide, count) = (perSide + value, count + 1);
        }
        while (next + 1 < scan.Tokens.Length && scan.Tokens[next].Text is "and" or "plus");

        var unit = Units.Weight(scan.Tokens[next - 1].Text);
        var sides = SideWords(scan, next);
        var behind = next + sides;
        if (sides == 0 || behind + 1 >= scan.Tokens.Length
            || !(scan.Tokens[behind].Text is "for" or "x" or "times" || (scan.Items.Count == 0 && LoadResolver.IsOnBar(scan.Doing) && NumberReader.TryRead(scan.Tokens, behind, out _, out _))))
        {
            return false;
        }

        scan.Add(new Item('L', perSide, unit, Amount.PerSide), next + sides - scan.At);
        return true;
    }

    /// <summary>How many words say "each side" at a place.</summary>
    public static int SideWords(SetScan scan, int at)
    {
        var i = at - scan.At;
        return scan.Word(i) is "each" or "a" or "per" or "either" && scan.Word(i + 1) is "side" ? 2
            : scan.Word(i) is "on" && scan.Word(i + 1) is "each" or "either" or "both" && scan.Word(i + 2) is "side" or "sides" ? 3 : 0;
    }
}
