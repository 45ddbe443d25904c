using System.Globalization;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>A day as callers name it: a date in the account's time zone, or a moment in it.</summary>
internal sealed record Day(DateOnly? Date, DateTimeOffset? Moment)
{
    public const string Rule = "A day is a date such as 2026-11-01, or a time such as 2026-11-01T10:00:00Z.";

    public static bool IsReadable(string? text) => text is null || Parse(text) is not null;

    public static Day? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and < 9000
            ? new Day(date, null)
            : text is { Length: > 10 } && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is >= 1900 and < 9000
                ? new Day(null, moment)
                : null;

    /// <summary>The zone of an IANA name; UTC where this machine does not know it.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The date in a zone.</summary>
    public DateOnly In(TimeZoneInfo zone) => Date ?? Domain.History.Statistics.DayOf(Moment!.Value, zone);

    /// <summary>The last moment that is meant: itself, or the end of the date in a zone.</summary>
    public DateTimeOffset EndIn(TimeZoneInfo zone)
    {
        if (Moment is { } moment)
        {
            return moment;
        }

        return WallClock.At(Date!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue), zone).AddTicks(-1);
    }

    /// <summary>No later than the day begins anywhere.</summary>
    public DateTimeOffset Earliest() => Midday().AddDays(-2);

    /// <summary>No earlier than the day ends anywhere.</summary>
    public DateTimeOffset Latest() => Midday().AddDays(2);

    private DateTimeOffset Midday() => Moment ?? new DateTimeOffset(Date!.Value.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
