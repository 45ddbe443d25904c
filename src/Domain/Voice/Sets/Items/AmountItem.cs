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

        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var value, out var next))
        {
            return false;
        }

        var length = next - scan.At;
        var item = new Item('N', value) { MaybeFor = length == 1 && value is 4 or 2 };
        if (scan.Word(length) is { Length: > 0 } unit)
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
            return item with { Code = 'L', Unit = weight };
        }

        if (Units.IsReps(unit) && !IsTimes(scan, unit, length))
        {
            length++;
            return item with { Code = 'R' };
        }

        if (unit is "set" or "sets" or "rounds" or "round")
        {
            length++;
            return item with { Code = 'S' };
        }

        if (unit == "s" && scan.Tokens[scan.At + length].Glued)
        {
            length++;
            return item with { Code = 'L' };
        }

        return item;
    }

    private static bool IsTimes(SetScan scan, string unit, int length) =>
        unit == "times" && NumberReader.TryRead(scan.Tokens, scan.At + length + 1, out _, out _);

    // "double" is two reps, "the thirties" a pair of dumbbells, "a pair" two sets.
    private static bool Word(SetScan scan)
    {
        var item = scan.Here.Text switch
        {
            "single" => new Item('R', 1),
            "double" => new Item('R', 2),
            "triple" => new Item('R', 3),
            "pair" when scan.Next(1, "at") => new Item('S', 2),
            "tens" => new Item('L', 10),
            "twenties" => new Item('L', 20),
            "thirties" => new Item('L', 30),
            "forties" => new Item('L', 40),
            "fifties" => new Item('L', 50),
            _ => default,
        };
        if (item.Code == default)
        {
            return false;
        }

        scan.Add(item, 1);
        return true;
    }
}
