using Microsoft.EntityFrameworkCore;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// What the role that the host runs under may do on PostgreSQL, granted anew after each migration by the role that owns the tables: read and
/// write rows, but never change or delete what is in the log and the audit log, nor touch the schema.
/// </summary>
internal static class AppRole
{
    private static readonly string[] AppendOnly = ["events", "audit"], OwnersOnly = ["deletions", "__EFMigrationsHistory"];

    /// <summary>Makes the role that may be missing, and gives it the password, if there is one: not in clear, so that no log can hold it.</summary>
    public static Task Make(TitanDbContext db, string role, string? password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(password))
        {
            return Task.CompletedTask;
        }

        string[] statements =
        [
            $"DO $make$ BEGIN CREATE ROLE {Quoted(role)} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $make$",
            $"ALTER ROLE {Quoted(role)} PASSWORD '{ScramVerifier.Of(password)}'",
        ];
        return db.Database.ExecuteSqlRawAsync(string.Join(';', statements), cancellationToken);
    }

    public static Task Grant(TitanDbContext db, string role, CancellationToken cancellationToken)
    {
        var name = Quoted(role);
        string[] statements =
        [
            $"GRANT USAGE ON SCHEMA public TO {name}",
            $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
            $"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}",
            $"REVOKE UPDATE, DELETE ON {List(AppendOnly)} FROM {name}",
            $"REVOKE INSERT, UPDATE, DELETE ON {List(OwnersOnly)} FROM {name}",
            $"GRANT EXECUTE ON FUNCTION erase_log(uuid), expire_audit(timestamptz) TO {name}",
        ];
        return db.Database.ExecuteSqlRawAsync(string.Join(';', statements), cancellationToken);
    }

    private static string Quoted(string role) => $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string List(string[] tables) => string.Join(", ", tables.Select(table => $"\"{table}\""));
}
