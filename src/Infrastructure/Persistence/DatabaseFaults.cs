using Microsoft.Data.Sqlite;
using Npgsql;
using TitanTrakr.Infrastructure.Persistence.Configurations;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Tells a lost race and an outage from a bug.</summary>
public static class DatabaseFaults
{
    /// <summary>Another writer won; the same work succeeds when run again.</summary>
    public static bool IsLostRace(Exception exception) => Chain(exception).Any(e => e is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    }
    or PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: EventConfiguration.SequenceKey or "pk_commands",
    });

    /// <summary>The database is away, full or locked by somebody else: nothing half-written, worth asking again later.</summary>
    public static bool IsOutage(Exception exception) => Chain(exception).Any(e => e switch
    {
        PostgresException p => p.IsTransient || p.SqlState.StartsWith("08", StringComparison.Ordinal)
            || p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException => true,
        SqliteException s => s.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14,
        _ => false,
    });

    /// <summary>The row that this one belongs to isn't there: its account was deleted at the same moment.</summary>
    public static bool IsOrphan(Exception exception) => Chain(exception).Any(e =>
        e is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } or SqliteException { SqliteExtendedErrorCode: 787 });

    /// <summary>Whether a row was refused because a unique index has one like it. SQLite names the column, PostgreSQL the index.</summary>
    internal static bool Violates(Exception exception, string index, string column) => Chain(exception).Any(e => e switch
    {
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation && p.ConstraintName == index,
        SqliteException s => s.SqliteErrorCode == 19 && s.Message.Contains(column, StringComparison.Ordinal),
        _ => false,
    });

    internal static bool IsWorthAnotherTry(Exception exception, int attempt) => IsLostRace(exception)
        ? attempt < 10
        : attempt < 3 && Chain(exception).Any(e => e is NpgsqlException { IsTransient: true });

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
