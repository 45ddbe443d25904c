using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>The little words between the numbers.</summary>
internal sealed class ConnectorItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        if (scan.Word(0) is "followed" && scan.Word(1) is "by")
        {
            scan.Add(new Item('T'), 2);
            return true;
        }

        if (scan.Here.Is("for") && scan.Items.Count == 0 && scan.Word(-1) is "down")
        {
            return scan.Skip(1);
        }

        if (scan.Here.Is("to") && scan.Items is [.., { Code: 'N' or 'L' } before] && NumberReader.TryRead(scan.Tokens, scan.At + 1, out var after, out _) && after < before.Value)
        {
            scan.Slurred = true;
            scan.Add(new Item('F'), 1);
            return true;
        }

        // "bench press and I got 80 for 10": between a name and its set nothing is parted.
        if (scan.Here.Is("and") && scan.Items.Count == 0 && !scan.Exercise.IsNone)
        {
            return scan.Skip(1);
        }

        var code = scan.Here.Value is not null ? ' ' : scan.Here.Text switch
        {
            "for" when scan.Word(1) is "me" => ' ',
            "for" or "fore" when scan.Items is not [.., { Code: 'F' }] => 'F',
            "got" when scan.Items.Count > 0 && NumberReader.TryRead(scan.Tokens, scan.At + 1, out _, out _) => IsMeant(scan.Items) ? 'G' : 'F',
            "in" when scan.Word(1) is "the" && scan.Word(2) is "bag" or "books" => ' ',
            "at" or "@" or "with" or "in" or "using" => 'A',
            "of" => 'O',
            "x" or "times" => 'X',
            "by" => 'B',
            "then" or "and" or "next" when scan.Here.Text is not "next" || scan.Here.Break => 'T',
            _ => ' ',
        };
        if (code == ' ')
        {
            return false;
        }

        scan.Add(new Item(code) { IsTimes = scan.Here.Is("times") }, 1);
        return true;
    }

    // "8 at 85 got 6", "80 for 8 and got 7": a whole set stands before it, so that it tells what came of one that was meant.
    private static bool IsMeant(List<Item> items)
    {
        var end = items.Count - (items[^1].Code == 'T' ? 1 : 0);
        return (end > 2 && (items[end - 3].Code, items[end - 2].Code, items[end - 1].Code) is ('N' or 'R', 'A', 'N' or 'L') or ('N' or 'L', 'F' or 'X', 'N' or 'R'))
            || (end > 1 && items[end - 2].Code is 'N' or 'L' && items[end - 1] is { Code: 'N' or 'R', Break: false });
    }
}
