using System.Data.Common;

namespace TitanTrakr.Infrastructure.Persistence;

internal static class Times
{
    /// <summary>Microseconds since 1970: how SQLite stores a time.</summary>
    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time so stored.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>A time as a statement's parameter.</summary>
    public static object Parameter(TitanDbContext db, DateTimeOffset time) => db is SqliteTitanDbContext ? ToMicroseconds(time) : time.ToUniversalTime();

    /// <summary>A time in a statement's result.</summary>
    public static DateTimeOffset Read(DbDataReader reader, int ordinal) =>
        reader.GetFieldType(ordinal) == typeof(long) ? FromMicroseconds(reader.GetInt64(ordinal)) : reader.GetFieldValue<DateTimeOffset>(ordinal);

    /// <summary>UTC, in whole microseconds: what both databases give back.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
