using System.Globalization;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Voice;

/// <summary>Days as the account counts them.</summary>
internal sealed class Calendar
{
    private readonly TimeZoneInfo _zone;
    private readonly DateOnly _today;

    /// <param name="timeZone">An IANA name; an unknown one counts as UTC.</param>
    public Calendar(DateTimeOffset now, string timeZone)
    {
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        _today = Day(now);
        Monday = _today.AddDays(-(((int)_today.DayOfWeek + 6) % 7));
    }

    /// <summary>The zone days are counted in.</summary>
    public TimeZoneInfo Zone => _zone;

    /// <summary>The first day of this week.</summary>
    public DateOnly Monday { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset WeekStart => Start(Monday);

    /// <summary>"today", "yesterday, 24 November", "on 3 November", with the year when it is another one.</summary>
    public string On(DateTimeOffset at)
    {
        var day = Day(at);
        var date = day.ToString(day.Year == _today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);
        return (_today.DayNumber - day.DayNumber) switch
        {
            0 => "today, " + date,
            1 => "yesterday, " + date,
            _ => "on " + date,
        };
    }

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private DateTimeOffset Start(DateOnly day) => WallClock.At(day.ToDateTime(TimeOnly.MinValue), _zone);
}
