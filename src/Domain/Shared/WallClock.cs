namespace TitanTrakr.Domain.Shared;

/// <summary>What clocks on a wall show, and when that is.</summary>
public static class WallClock
{
    /// <summary>
    /// The instant of a wall clock's reading, in UTC. One that a change to summer time skipped is as much later; one that came twice is the first.
    /// </summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var reading = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(reading) ? zone.GetAmbiguousTimeOffsets(reading).Max()
            : zone.IsInvalidTime(reading) ? zone.GetUtcOffset(reading.AddHours(-3))
            : zone.GetUtcOffset(reading);
        return new DateTimeOffset(reading, offset).ToUniversalTime();
    }
}
