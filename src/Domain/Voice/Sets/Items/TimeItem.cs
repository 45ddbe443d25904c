using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>Times and distances.</summary>
internal sealed class TimeItem : IItemRule
{
    public bool TryRead(SetScan scan)
    {
        if (DurationReader.TryRead(scan.Tokens, scan.At, out var seconds, out var next))
        {
            scan.Add(new Item('D', seconds), next - scan.At);
            return true;
        }

        if (SaysTime(scan) && DurationReader.TryReadAloud(scan.Tokens, scan.At, out seconds, out next))
        {
            scan.Add(new Item('D', seconds), next - scan.At);
            return true;
        }

        decimal value = 1;
        next = scan.At + 1;
        if (scan.Word(0) is "half" or "quarter" && scan.Word(1) is "mile" or "a")
        {
            (value, next) = (scan.Word(0) is "half" ? 0.5m : 0.25m, scan.At + (scan.Word(1) is "a" ? 2 : 1));
        }
        else if (!(scan.Word(0) is "a" && scan.Word(1) is "mile" or "kilometre" or "kilometer") && !NumberReader.TryRead(scan.Tokens, scan.At, out value, out next))
        {
            return false;
        }

        if (next >= scan.Tokens.Length || Units.Length(scan.Tokens[next].Text) is not { } unit)
        {
            return false;
        }

        scan.Add(new Item('M', value) { LengthUnit = unit, Plural = scan.Tokens[next].Is("k") }, next + 1 - scan.At);
        return true;
    }

    // "2000 metres in seven forty five", and whatever is only measured by time.
    private static bool SaysTime(SetScan scan) =>
        (scan.Word(-1) is "in" && (scan.Items.Exists(i => i.Code == 'M') || scan.Doing?.Measure is Measure.DistanceTime or Measure.LoadDistance))
        || (scan.Doing?.Measure == Measure.Time && scan.Items.TrueForAll(i => i.Code is 'W' or 'F' or 'A' or 'T'));
}
