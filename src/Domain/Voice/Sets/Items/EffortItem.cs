using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>"RPE eight and a half", "two in the tank", and how recognisers hear "RPE".</summary>
internal sealed class EffortItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var start = scan.At;
        if (scan.Here.Text is "at" or "was" && Name(scan, 1) > 0)
        {
            scan.At++;
        }

        var name = Name(scan, 0);
        if (name > 0)
        {
            var at = scan.At + name + (scan.Word(name) is "of" or "was" or "is" or "at" ? 1 : 0);
            return NumberReader.TryRead(scan.Tokens, at, out var rpe, out var end) && Set(scan, rpe, end);
        }

        scan.At = start;
        return NumberReader.TryRead(scan.Tokens, start, out var left, out var after) && Reserve(scan, after) is { } stop && Set(scan, 10 - left, stop);
    }

    private static int Name(SetScan scan, int at) => scan.Word(at) switch
    {
        "rpe" or "rpa" or "rp" or "arpy" or "rpi" => 1,
        "our" or "r" or "are" when scan.Word(at + 1) is "p" or "pe" or "pee" => scan.Word(at + 2) is "e" ? 3 : 2,
        "effort" => 1,
        _ => 0,
    };

    private static int? Reserve(SetScan scan, int at)
    {
        var i = at;
        var tokens = scan.Tokens;
        if (i < tokens.Length && tokens[i].Text is "rir")
        {
            return i + 1;
        }

        i += i < tokens.Length && (tokens[i].Text is "more" or "left" || Units.IsReps(tokens[i].Text)) ? 1 : 0;
        i += i < tokens.Length && tokens[i].Text is "left" ? 1 : 0;
        if (i + 1 >= tokens.Length || !tokens[i].Is("in"))
        {
            return null;
        }

        i += tokens[i + 1].Is("the") ? 2 : 1;
        return i < tokens.Length && tokens[i].Text is "tank" or "reserve" ? i + 1 : null;
    }

    private static bool Set(SetScan scan, decimal rpe, int end)
    {
        scan.Conflict |= scan.Rpe is { } before && before != rpe;
        scan.Rpe = rpe;
        scan.At = end;
        return true;
    }
}
