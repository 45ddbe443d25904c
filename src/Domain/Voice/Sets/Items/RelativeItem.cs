using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>What is said against the last set: "up five", "two and a half more", "same weight", "one less rep", "same again".</summary>
internal sealed class RelativeItem : IItemRule
{
    public bool TryRead(SetScan scan) => Same(scan) || Signed(scan) || Trailing(scan);

    private static bool Same(SetScan scan)
    {
        var lead = scan.Here.Text is "the" && scan.Next(1, "same") ? 1 : 0;
        var (code, how, length) = (scan.Word(lead), scan.Word(lead + 1), scan.Word(lead + 2)) switch
        {
            ("same", "weight" or "load", "again") => ('L', Amount.Same, 3),
            ("same", "weight" or "load", _) => ('L', Amount.Same, 2),
            ("same", "reps", _) => ('R', Amount.Same, 2),
            ("same", "as", "last") when scan.Word(lead + 3) is "week" or "time" or "session" => ('Z', Amount.SameAsLastSession, 4),
            ("same", "as", "before") => ('Z', Amount.Same, 3),
            ("same", "again" or "thing" or "set", "again") => ('Z', Amount.Same, 3),
            ("same", "again" or "thing" or "set", _) => ('Z', Amount.Same, 2),
            ("same", _, _) => ('Z', Amount.Same, 1),
            ("ditto", "but", _) => ('Z', Amount.Same, 2),
            ("ditto", _, _) => ('Z', Amount.Same, 1),
            ("back", "to", _) => ('_', Amount.Absolute, 2),
            _ => (' ', Amount.Absolute, 0),
        };
        if (length == 0)
        {
            return false;
        }

        if (code == '_')
        {
            return NumberReader.TryRead(scan.Tokens, scan.At + lead + 2, out _, out _) && scan.Skip(lead + 2);
        }

        scan.Add(new Item(code, 0, null, how), lead + length);
        return scan.Word(0) is not "but" || scan.Skip(1);
    }

    private static bool Signed(SetScan scan)
    {
        var lead = scan.Here.Text is "go" or "went" or "going" && scan.Word(1) is "up" or "down" ? 1 : 0;
        var sign = scan.Word(lead) switch { "up" or "add" or "added" => 1, "down" or "drop" => -1, _ => 0 };
        lead += sign != 0 && scan.Word(lead + 1) is "by" or "another" ? 1 : 0;
        return sign != 0 && NumberReader.TryRead(scan.Tokens, scan.At + lead + 1, out var value, out var next) && Change(scan, sign * value, next);
    }

    private static bool Trailing(SetScan scan)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var value, out var next) || next >= scan.Tokens.Length)
        {
            return false;
        }

        var unit = Units.Weight(scan.Tokens[next].Text);
        var at = next + (unit is null ? 0 : 1);
        var sign = at < scan.Tokens.Length ? scan.Tokens[at].Text switch { "more" or "heavier" => 1, "less" or "lighter" or "fewer" => -1, _ => 0 } : 0;
        if (sign == 0)
        {
            return false;
        }

        var isReps = at + 1 < scan.Tokens.Length && Units.IsReps(scan.Tokens[at + 1].Text);
        scan.Add(new Item(isReps ? 'R' : 'L', sign * value, unit, Amount.Change), at - scan.At + (isReps ? 2 : 1));
        return true;
    }

    private static bool Change(SetScan scan, decimal value, int next)
    {
        var unit = next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        next += unit is null ? 0 : 1;
        if (next < scan.Tokens.Length && (Units.IsReps(scan.Tokens[next].Text) || Units.Seconds(scan.Tokens[next].Text) is not null
            || scan.Tokens[next].Text is "set" or "sets" or "plate" or "plates"))
        {
            return false;
        }

        var sides = PlateItem.SideWords(scan, next);
        scan.Add(new Item('L', sides > 0 ? value * 2 : value, unit, Amount.Change), next + sides - scan.At);
        return true;
    }
}
