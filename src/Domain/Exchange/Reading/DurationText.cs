using System.Globalization;
using System.Text.RegularExpressions;

namespace TitanTrakr.Domain.Exchange.Reading;

/// <summary>Durations as training apps write them: <c>1h 43m</c>, <c>38min</c>, <c>58s</c>, <c>0:01:30</c>, <c>12:30</c> or bare seconds.</summary>
public static partial class DurationText
{
    /// <summary>The duration in seconds, or null when the text is none. A minus is read, and is for the caller to refuse.</summary>
    public static decimal? Seconds(string text)
    {
        var trimmed = text.Trim().ToLowerInvariant();
        if (NumberText.Plain(trimmed) is { } bare)
        {
            return bare;
        }

        return Clock().Match(trimmed) is { Success: true } clock ? OfClock(clock)
            : Words().Match(trimmed) is { Success: true } words && words.Length > 0 ? OfWords(words)
            : null;
    }

    private static decimal OfClock(Match clock) =>
        (Number(clock.Groups["h"]) * 3600) + (Number(clock.Groups["m"]) * 60) + Number(clock.Groups["s"]);

    private static decimal OfWords(Match words) =>
        (Number(words.Groups["h"]) * 3600) + (Number(words.Groups["m"]) * 60) + Number(words.Groups["s"]);

    private static decimal Number(Group group) =>
        group.Success ? decimal.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^((?<h>\d{1,4}):)?(?<m>\d{1,2}):(?<s>\d{2})$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^((?<h>\d{1,4})\s*(h|hr|hrs|hour|hours)\b)?\s*((?<m>\d{1,5})\s*(m|min|mins|minute|minutes)\b)?\s*((?<s>\d{1,6})\s*(s|sec|secs|second|seconds)\b)?$")]
    private static partial Regex Words();
}
