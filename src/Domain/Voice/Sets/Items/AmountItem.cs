using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>Numbers, with or without a unit: loads, reps, counts of sets.</summary>
internal sealed class AmountItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        if (Word(scan))
        {
            return true;
        }

        // "80 kilos four 10 reps": behind a load it was a "for".
        if (scan.Here is { Break: false } and { Text: "four" } && scan.Items is [.., { Code: 'L', Unit: not null }] && NumberReader.TryRead(scan.Tokens, scan.At + 1, out _, out _))
        {
            scan.Add(new Item('F'), 1);
            return true;
        }

        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var value, out var next))
        {
            return HiddenNumber(scan);
        }

        var length = next - scan.At;
        var item = new Item('N', value) { MaybeFor = length == 1 && value is 4 or 2, Clock = Clock(scan, value, next) };
        if (Pair(scan, ref value, ref length))
        {
            scan.Add(new Item('L', value) { Plural = true }, length);
            return true;
        }

        if (scan.Word(length) is { Length: > 0 } unit && !scan.Tokens[next].Break)
        {
            item = WithUnit(scan, item, unit, ref length);
        }

        scan.Add(item, length);
        return true;
    }

    private static Item WithUnit(SetScan scan, Item item, string unit, ref int length)
    {
        if (Units.Weight(unit) is { } weight)
        {
            length++;
            // "30 kilo dumbbells", unless a name goes on with it.
            length += scan.Word(length) is "dumbbell" or "dumbbells" or "kettlebell" or "kettlebells" && scan.Word(length + 1) is "" or "for" or "x" or "times" or "each" ? 1 : 0;
            return item with { Code = 'L', Unit = weight };
        }

        // "eight good reps", "eight good ones"
        if (unit is "full" or "good" or "solid" or "total" or "nice" or "proper" or "decent" && (Units.IsReps(scan.Word(length + 1)) || scan.Word(length + 1) is "ones"))
        {
            length += 2;
            return item with { Code = 'R' };
        }

        if (Units.IsReps(unit) && !IsTimes(scan, unit, length) && !(unit is "wraps" && scan.Word(length + 1) is "on" or "off"))
        {
            length++;
            // "80 for 8, three times"
            return item with { Code = unit is "times" && scan.Items.Exists(i => i.Code is 'F' or 'X') ? 'S' : 'R' };
        }

        // "80 for 8 set 3": which set it was, not how many of them.
        var reps = scan.Items is [.., { Code: 'F' or 'X' }];
        if (unit is "set" && (reps ? NumberReader.TryRead(scan.Tokens, scan.At + length + 1, out _, out _) || scan.Word(length + 1) is "number" : item.Value != 1 && FillerItem.SetNumber(scan, length) > 0))
        {
            return item;
        }

        // "8 set 3" may be either.
        scan.Hedged |= unit is "set" && scan.Items.Count == 0 && item.Value != 1 && NumberReader.TryRead(scan.Tokens, scan.At + length + 1, out _, out var end) && end == scan.Tokens.Length;
        var more = unit is "more" or "working" or "hard" or "straight" or "total" && scan.Word(length + 1) is "set" or "sets" ? 1 : 0;
        if (scan.Word(length + more) is "set" or "sets" or "rounds" or "round")
        {
            length += more + 1;
            return item with { Code = 'S' };
        }

        if (unit == "s" && scan.Tokens[scan.At + length].Glued)
        {
            length += scan.Word(length + 1) is "dumbbells" ? 2 : 1;
            return item with { Code = 'L', Plural = true };
        }

        return item;
    }

    private static bool IsTimes(SetScan scan, string unit, int length) =>
        unit == "times" && NumberReader.TryRead(scan.Tokens, scan.At + length + 1, out _, out _);

    // "80 for to": where only a number can stand, a little word was one.
    private static bool HiddenNumber(SetScan scan)
    {
        var value = scan.Here.Text switch { "to" or "too" => 2, "for" or "fore" => 4, "sicks" or "sex" => 6, "fife" => 5, "tin" or "hen" => 10, _ => 0 };
        if (value == 0 || scan.Items is not [.., { Code: 'F' or 'X', Break: false }] || (scan.At + 1 < scan.Tokens.Length && !Units.IsReps(scan.Word(1)) && !scan.Tokens[scan.At + 1].Break))
        {
            return false;
        }

        scan.Add(new Item(Units.IsReps(scan.Word(1)) ? 'R' : 'N', value), Units.IsReps(scan.Word(1)) ? 2 : 1);
        return true;
    }

    // "thirty twos": what the dumbbells are called.
    private static bool Pair(SetScan scan, ref decimal value, ref int length)
    {
        if (value is < 20 or > 90 || value % 10 != 0 || NumberWords.Plural(scan.Word(length)) is not { } unit || unit > 9)
        {
            return false;
        }

        value += unit;
        length++;
        return true;
    }

    // "one thirty" and 130 may be a minute and a half; "120" and "150" are not said of minutes, unless aloud.
    private static int Clock(SetScan scan, decimal value, int next) =>
        DurationReader.TryReadAloud(scan.Tokens, scan.At, out var seconds, out var end) && end == next ? seconds
        : next == scan.At + 1 && scan.Here.Value is not null && value is > 100 and < 1000 && value % 30 != 0 && value % 100 is > 0 and < 60 ? -(int)(((int)(value / 100) * 60) + (value % 100)) : 0;

    // "double" is two reps, "the thirties" a pair of dumbbells, "a pair" two sets.
    private static bool Word(SetScan scan)
    {
        // "five singles at 120": how many, and of what.
        var each = scan.Here.Text switch { "singles" => 1, "doubles" => 2, "triples" => 3, _ => 0 };
        if (each > 0 && scan.Items is [.., { Code: 'N', Value: <= SetAssembler.MostSets } count])
        {
            scan.Items[^1] = count with { Code = 'S' };
            scan.Add(new Item('R', each), 1);
            return true;
        }

        Item? item = scan.Here.Text switch
        {
            "single" => new Item('R', 1),
            "double" => new Item('R', 2),
            "triple" => new Item('R', 3),
            "twice" when scan.Items.Exists(i => i.Code is 'F' or 'X') => new Item('S', 2),
            "pair" when scan.Next(1, "at") => new Item('S', 2),
            "couple" when scan.Next(1, "of") && scan.Next(2, "sets") => new Item('S', 2),
            var word when NumberWords.Plural(word) is { } many && (many >= 10 || scan.Word(-1) is "the" or "with" or "using") => new Item('L', many) { Plural = true },
            _ => null,
        };
        if (item is null)
        {
            return false;
        }

        scan.Add(item, scan.Here.Is("couple") ? 3 : 1);
        return true;
    }
}
