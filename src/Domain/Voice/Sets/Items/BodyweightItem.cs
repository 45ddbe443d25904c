using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"bodyweight plus 20", "assisted 30", "minus twenty", "20 kilos added".</summary>
internal sealed class BodyweightItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        if (scan.Word(0) is "at" or "just" or "with" or "only" && scan.Word(1) is "bodyweight" or "bw")
        {
            return Body(scan, 2);
        }

        if (OnBody(scan) && Hung(scan))
        {
            return true;
        }

        return scan.Here.Text switch
        {
            "bodyweight" or "bw" => Body(scan, 1),
            "plus" => Signed(scan, 1, 1, OnBody(scan) ? Amount.Absolute : Amount.Change),
            "minus" => Signed(scan, 1, -1, Amount.Absolute),
            "assisted" or "assistance" or "assist" => Assisted(scan),
            _ => Behind(scan),
        };
    }

    private static bool Body(SetScan scan, int words)
    {
        var sign = scan.Word(words) switch { "plus" or "with" or "and" => 1, "minus" => -1, _ => 0 };
        if (sign != 0 && Signed(scan, words + 1, sign, Amount.Absolute))
        {
            return true;
        }

        scan.Add(new Item('L', 0, null, Amount.Body), words);
        return true;
    }

    private static bool Signed(SetScan scan, int words, int sign, Amount how)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At + words, out var value, out var next) || value == 0 || IsNoLoad(scan, next))
        {
            return false;
        }

        var unit = next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        scan.Add(new Item('L', sign * value, unit, how), next - scan.At + (unit is null ? 0 : 1));
        return true;
    }

    private static bool IsNoLoad(SetScan scan, int next) => next < scan.Tokens.Length && (Units.IsReps(scan.Tokens[next].Text) || Units.Seconds(scan.Tokens[next].Text) is not null || scan.Tokens[next].Text is "partial" or "partials" or "forced" or "negatives" or "set" or "sets"
        || (scan.Tokens[next].Is("more") && next + 1 < scan.Tokens.Length && scan.Tokens[next + 1].Text is "set" or "sets"));

    // "with a 10 kilo plate", "with a 15 kilo vest"
    private static bool Hung(SetScan scan)
    {
        var lead = scan.Word(0) is "with" or "plus" or "holding" or "wearing" ? scan.Word(1) is "a" or "the" ? 2 : 1 : 0;
        if (lead == 0 || !NumberReader.TryRead(scan.Tokens, scan.At + lead, out var value, out var next) || next >= scan.Tokens.Length)
        {
            return false;
        }

        var unit = Units.Weight(scan.Tokens[next].Text);
        next += unit is null ? 0 : 1;
        if (next >= scan.Tokens.Length || scan.Tokens[next].Text is not ("plate" or "dumbbell" or "vest" or "kettlebell" or "chain") || (unit is null && value < 5))
        {
            return false;
        }

        scan.Add(new Item('L', value, unit), next + 1 - scan.At);
        return true;
    }

    private static bool Assisted(SetScan scan)
    {
        var length = scan.Word(1) is "with" or "by" or "at" or "minus" ? 2 : 1;
        if (Signed(scan, length, -1, Amount.Absolute))
        {
            return true;
        }

        return scan.Marked(MarkKind.Assisted, length);
    }

    // "30 kilos of assistance", "20 kilos added"
    private static bool Behind(SetScan scan)
    {
        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var value, out var next))
        {
            return false;
        }

        var unit = next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        next += unit is null ? 0 : 1;
        var word = next < scan.Tokens.Length ? scan.Tokens[next].Text : string.Empty;
        next += word is "of" ? 1 : 0;
        word = next < scan.Tokens.Length ? scan.Tokens[next].Text : string.Empty;
        var (sign, how) = word switch { "assistance" or "assist" or "assisted" => (-1, Amount.Absolute), "added" or "extra" or "hanging" => (1, OnBody(scan) ? Amount.Absolute : Amount.Change), _ => (0, default) };
        if (sign == 0 || (word is "assisted" && next + 1 < scan.Tokens.Length && !scan.Tokens[next + 1].Is("for")))
        {
            return false;
        }

        scan.Add(new Item('L', sign * value, unit, how), next + 1 - scan.At);
        return true;
    }

    public static bool OnBody(SetScan scan) => scan.Doing?.Measure is Measure.BodyweightReps or Measure.AssistedReps;
}
