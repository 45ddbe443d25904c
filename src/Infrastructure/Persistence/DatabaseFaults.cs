using Microsoft.Data.Sqlite;
using Npgsql;
using TitanTrakr.Infrastructure.Persistence.Configurations;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Tells a lost race and an outage from a bug.</summary>
public static class DatabaseFaults
{
    // Connections; who may connect (a password is being changed); no such database (not made yet); read-only (another one takes over); full;
    // a lock that wasn't had in time; a statement that was ended; the server going or coming.
    private static readonly string[] Outages = ["08", "28", "3D000", "25006", "53", "55P03", "57"];

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

    /// <summary>
    /// The database is away, full, read-only or locked by somebody else: nothing half-written, worth asking again later. A statement that it
    /// doesn't understand, or a right that is missing, is a fault of ours: asking again would not help.
    /// </summary>
    public static bool IsOutage(Exception exception) => Chain(exception).Any(e => e switch
    {
        PostgresException p => p.IsTransient || Outages.Any(state => p.SqlState.StartsWith(state, StringComparison.Ordinal)),
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
