using System.Globalization;
using System.Text.RegularExpressions;

namespace TitanTrakr.Domain.Exchange.Reading;

/// <summary>Local dates and times as training apps write them. Day and month as bare numbers are refused: they could be either.</summary>
public static partial class DateText
{
    private static readonly string[] Numeric =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd",
        "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd",
    ];

    private static readonly string[] Times = ["H:mm", "H:mm:ss", "h:mm tt", "h:mmtt"];

    /// <summary>The wall clock's date and time, midnight where there is no time; null when the text is no date.</summary>
    public static DateTime? Local(string text)
    {
        var trimmed = text.Trim();
        return DateTime.TryParseExact(trimmed, Numeric, CultureInfo.InvariantCulture, DateTimeStyles.None, out var numeric) ? numeric
            : DayFirst().Match(trimmed) is { Success: true } day ? Named(day)
            : MonthFirst().Match(trimmed) is { Success: true } month ? Named(month)
            : null;
    }

    /// <summary>An instant with its offset, such as 2025-02-23T10:13:53Z; null when the text is none.</summary>
    public static DateTimeOffset? Instant(string text) =>
        Offset().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToUniversalTime()
            : null;

    /// <summary>A time of day, such as 7:37 PM; null when the text is none.</summary>
    public static TimeSpan? TimeOfDay(string text) =>
        DateTime.TryParseExact(Spaced(text), Times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time)
            ? time.TimeOfDay
            : null;

    private static DateTime? Named(Match match)
    {
        var time = match.Groups["time"].Success ? TimeOfDay(match.Groups["time"].Value) : TimeSpan.Zero;
        var (year, day) = (int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture));
        return time is { } clock && MonthNames.Find(match.Groups["month"].Value) is { } month
            && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + clock
            : null;
    }

    // Some write a narrow no-break space before AM and PM.
    private static string Spaced(string text) => text.Trim().Replace('\u202F', ' ').Replace('\u00A0', ' ').ToUpperInvariant();

    [GeneratedRegex(@"^(?<day>\d{1,2})\.?\s+(de\s+)?(?<month>\p{L}{3,12})\.?\s+(de\s+)?(?<year>\d{4})(,?\s+(?<time>\d{1,2}:\d{2}(:\d{2})?(\s?[AaPp][Mm])?))?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<month>\p{L}{3,12})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})(,?\s+(?<time>\d{1,2}:\d{2}(:\d{2})?(\s?[AaPp][Mm])?))?$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex Offset();
}
