using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>What is said against the last set: "up five", "two and a half more", "ten kilos less", "one less rep".</summary>
internal sealed class ChangeItem : IItemRule
{
    private const int MostRepsMore = 5;

    public bool TryRead(SetScan scan) => Leading(scan) || Trailing(scan) || Reps(scan);

    // "same again plus one rep"
    private static bool Reps(SetScan scan)
    {
        var sign = scan.Word(0) switch { "plus" => 1, "minus" => -1, _ => 0 };
        if (sign == 0 || scan.Items is not [.., { Code: 'Z' or 'L', As: Amount.Same }] || !NumberReader.TryRead(scan.Tokens, scan.At + 1, out var value, out var next) || next >= scan.Tokens.Length || !Units.IsReps(scan.Tokens[next].Text))
        {
            return false;
        }

        scan.Add(new Item('R', sign * value, null, Amount.Change), next + 1 - scan.At);
        return true;
    }

    private static bool Leading(SetScan scan)
    {
        if (scan.Word(-1) is "put" or "me")
        {
            return false;
        }

        var one = scan.Word(1) is "a" or "an";
        if (scan.Word(0) is "take" or "took" or "knock" or "knocked" or "strip" or "stripped" or "pulled" && NumberReader.TryRead(scan.Tokens, scan.At + (one ? 2 : 1), out var off, out var behind))
        {
            var unit = behind < scan.Tokens.Length ? Units.Weight(scan.Tokens[behind].Text) : null;
            return behind + (unit is null ? 0 : 1) is var stop && stop < scan.Tokens.Length && scan.Tokens[stop].Is("off") && (one ? Plate(scan, -off, stop + 1) : Change(scan, -off, behind));
        }

        var at = scan.Word(0) is "go" or "went" or "going" or "moved" or "bumped" or "bump" && scan.Word(1) is "up" or "down" or "it" ? 1 : 0;
        at += at > 0 && scan.Word(at) is "it" ? 1 : 0;
        var (sign, words) = (scan.Word(at), scan.Word(at + 1)) switch
        {
            ("took" or "take" or "taking" or "dropped" or "knocked", "off") => (-1, 2),
            ("put" or "threw" or "stuck", "on" or "another") => (1, 2),
            ("put" or "threw" or "stuck" or "throw" or "chucked", "a" or "an") => (1, 1),
            ("up" or "add" or "added" or "adding" or "increase" or "increased", _) => (1, 1),
            ("down" or "drop" or "dropped" or "minus" or "decrease" or "decreased" or "reduce" or "lose" or "lost", _) => (-1, 1),
            _ => (0, 0),
        };
        // Straight before the number these may lead to a set as well.
        var straight = NumberReader.TryRead(scan.Tokens, scan.At + at + 1, out _, out _) ? scan.Word(at) : string.Empty;
        at += words;
        at += sign != 0 && scan.Word(at) is "by" or "another" or "it" or "of" or "the" or "weight" ? 1 : 0;
        at += sign != 0 && scan.Word(at) is "by" ? 1 : 0;
        if (sign != 0 && OneUnit(scan, at) is var lone and >= 0)
        {
            return Change(scan, sign * (scan.Word(at) is "half" ? 0.5m : 1), scan.At + at + lone);
        }

        if (sign != 0 && Counted(scan, at, sign))
        {
            return true;
        }

        var plate = sign != 0 && scan.Word(at) is "a" or "an";
        return sign != 0 && NumberReader.TryRead(scan.Tokens, scan.At + at + (plate ? 1 : 0), out var value, out var next)
            && (plate ? Plate(scan, sign * value, next) : Change(scan, sign * value, next, straight));
    }

    // "add one rep", "drop two reps": of the last set's, where nothing else is said; so many that they are a set of their own are asked about.
    private static bool Counted(SetScan scan, int at, int sign)
    {
        if (scan.Items.Count > 0 || !NumberReader.TryRead(scan.Tokens, scan.At + at, out var value, out var next) || next + 1 != scan.Tokens.Length || scan.Tokens[next].Text is not ("rep" or "reps"))
        {
            return false;
        }

        var few = value <= MostRepsMore;
        scan.Hedged |= !few;
        scan.Add(few ? new Item('R', sign * value, null, Amount.Change) : new Item('R', value), next + 1 - scan.At);
        return true;
    }

    // "up a kilo", "add another pound", "down half a kilo": how many words stand ahead of the unit, negative where none does.
    private static int OneUnit(SetScan scan, int at) => scan.Word(at) is "a" or "half" && Units.Weight(scan.Word(at + 1)) is not null ? 1
        : scan.Word(at - 1) is "another" && Units.Weight(scan.Word(at)) is not null ? 0 : -1;

    // "add a ten each side": without the sides it can't be told what the bar weighs now.
    private static bool Plate(SetScan scan, decimal value, int next)
    {
        next += next < scan.Tokens.Length && scan.Tokens[next].Is("plate") ? 1 : 0;
        scan.Conflict |= PlateItem.SideWords(scan, next) == 0 && scan.Doing is { Equipment: not "dumbbell" };
        return !scan.Conflict && Change(scan, value, next);
    }

    private static bool Change(SetScan scan, decimal value, int next, string word = "")
    {
        var unit = next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        next += unit is null ? 0 : 1;
        if (next < scan.Tokens.Length && (Units.IsReps(scan.Tokens[next].Text) || Units.Seconds(scan.Tokens[next].Text) is not null
            || scan.Tokens[next].Text is "set" or "sets" or "plate" or "plates" or "more"))
        {
            return false;
        }

        next += next < scan.Tokens.Length && scan.Tokens[next].Is(value < 0 ? "off" : "on") ? 1 : 0;
        var sides = PlateItem.SideWords(scan, next);
        scan.Add(new Item('L', sides > 0 ? value * 2 : value, unit, Amount.Change) { IsDrop = word is "drop" or "dropped", IsAdd = word is "add" }, next + sides - scan.At);
        return true;
    }

    // "five more kilos", "5 kilos heavier", "one less rep"
    private static bool Trailing(SetScan scan)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var value, out var next))
        {
            return false;
        }

        var unit = next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        next += unit is null ? 0 : 1;
        var reps = unit is null && next < scan.Tokens.Length && Units.IsReps(scan.Tokens[next].Text);
        next += reps ? 1 : 0;
        var sign = next < scan.Tokens.Length ? scan.Tokens[next].Text switch { "more" or "heavier" or "up" => 1, "less" or "lighter" or "fewer" or "down" => -1, _ => 0 } : 0;
        if (sign == 0)
        {
            return false;
        }

        // "same weight, two less": of the weight nothing is left to change.
        var counted = unit is null && (scan.Tokens[next].Is("fewer") || scan.Items is [.., { Code: 'L', As: Amount.Same }]);
        next++;
        if (unit is null && !reps && next < scan.Tokens.Length)
        {
            unit = Units.Weight(scan.Tokens[next].Text);
            reps = Units.IsReps(scan.Tokens[next].Text);
            if (scan.Tokens[next].Text is "sets" or "set" || Units.Seconds(scan.Tokens[next].Text) is not null)
            {
                return false;
            }

            next += unit is not null || reps ? 1 : 0;
        }

        var length = next - scan.At;
        length += scan.Word(length) is "than" && scan.Word(length + 1) is "last" ? (scan.Word(length + 2) is "time" or "set" ? 3 : 2) : 0;
        scan.Add(new Item(reps || (counted && unit is null) ? 'R' : 'L', sign * value, unit, Amount.Change), length);
        return true;
    }
}
