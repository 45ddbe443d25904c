using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>A number behind the name of what it counts: "weight 80, reps 8".</summary>
internal sealed class LabelItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        var code = scan.Word(0) switch { "weight" or "load" => 'L', "reps" or "repetitions" => 'R', _ => ' ' };
        var at = scan.Word(1) is "of" or "is" or "was" or "at" ? 2 : 1;
        if (code == ' ' || !NumberReader.TryRead(scan.Tokens, scan.At + at, out var value, out var next) || IsCounted(scan, next))
        {
            return false;
        }

        // "the weight was 80, reps 8" may put right what is there.
        scan.Hedged |= at == 2 && scan.Word(1) is "was";

        var unit = code == 'L' && next < scan.Tokens.Length ? Units.Weight(scan.Tokens[next].Text) : null;
        scan.Add(new Item(code, value, unit), next - scan.At + (unit is null ? 0 : 1));
        return true;
    }

    // "weight 8 reps" is no weight, but in "weight 80 reps 8" the reps are the next number's.
    private static bool IsCounted(SetScan scan, int next) =>
        next < scan.Tokens.Length && Units.IsReps(scan.Tokens[next].Text) && !NumberReader.TryRead(scan.Tokens, next + 1, out _, out _);
}
