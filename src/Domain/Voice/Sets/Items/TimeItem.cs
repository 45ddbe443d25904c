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

        if (!NumberReader.TryRead(scan.Tokens, scan.At, out var value, out next) || next >= scan.Tokens.Length
            || Units.Length(scan.Tokens[next].Text) is not { } unit)
        {
            return false;
        }

        scan.Add(new Item('M', value) { LengthUnit = unit }, next + 1 - scan.At);
        return true;
    }
}
