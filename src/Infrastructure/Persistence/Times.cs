namespace TitanTrakr.Infrastructure.Persistence;

internal static class Times
{
    /// <summary>UTC, in whole microseconds: what both databases give back.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
