namespace TitanTrakr.Domain.History;

/// <summary>What statistics are summed by.</summary>
public enum StatisticsBucket
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>From Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>A slot of time in which at least one workout began.</summary>
/// <param name="Start">In UTC.</param>
/// <param name="Sum">Null where it was not asked for.</param>
public sealed record TrainingSlot(DateTimeOffset Start, TrainingSum? Sum);

/// <summary>Sums slots into the days, weeks and months of a time zone.</summary>
public static class Statistics
{
    /// <summary>The buckets in which something was trained, oldest first.</summary>
    /// <param name="from">The first day, in the zone.</param>
    /// <param name="to">The last day, in the zone.</param>
    public static IReadOnlyList<(DateOnly Start, TrainingSum Sum)> Buckets(
        IEnumerable<TrainingSlot> slots, TimeZoneInfo zone, StatisticsBucket bucket, DateOnly from, DateOnly to) =>
        [.. slots.Where(slot => slot.Sum is not null).Select(slot => (Day: DayOf(slot.Start, zone), slot.Sum))
            .Where(slot => slot.Day >= from && slot.Day <= to)
            .GroupBy(slot => StartOf(slot.Day, bucket))
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Aggregate(TrainingSum.Zero, (sum, slot) => sum.Plus(slot.Sum!))))];

    /// <summary>Weeks in a row with a session, up to this one or, while it has none yet, the last.</summary>
    public static int StreakWeeks(IEnumerable<TrainingSlot> slots, TimeZoneInfo zone, DateOnly today)
    {
        var weeks = slots.Select(slot => StartOf(DayOf(slot.Start, zone), StatisticsBucket.Week)).ToHashSet();
        var week = StartOf(today, StatisticsBucket.Week);
        week = weeks.Contains(week) ? week : week.AddDays(-7);
        var streak = 0;
        for (; weeks.Contains(week); week = week.AddDays(-7))
        {
            streak++;
        }

        return streak;
    }

    /// <summary>The day that a moment falls on in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static DateOnly StartOf(DateOnly day, StatisticsBucket bucket) => bucket switch
    {
        StatisticsBucket.Day => day,
        StatisticsBucket.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        StatisticsBucket.Month => new DateOnly(day.Year, day.Month, 1),
    };
}
