using Microsoft.Data.Sqlite;
using Npgsql;
using Respawn;

namespace TitanTrakr.Testing;

/// <summary>Takes every row out of a migrated database, so that no test sees another's.</summary>
internal static class Emptying
{
    private const string Migrations = "__EFMigrationsHistory";

    public static async Task<Func<Task>> Plan(Provider provider, string connectionString)
    {
        if (provider == Provider.Sqlite)
        {
            return () => EmptySqlite(connectionString);
        }

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var respawner = await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.Postgres,
            SchemasToInclude = ["public"],
            TablesToIgnore = [Migrations],
            // TRUNCATE makes every table anew, and each connection then looks at all of them again: for the few rows of a test that is dear.
            FormatDeleteStatement = table => $"DELETE FROM \"{table.Name}\";",
        });
        // As a replica, on which the triggers that keep the log append-only stand aside.
        var aside = new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c session_replication_role=replica" }.ToString();
        return () => EmptyPostgres(respawner, aside);
    }

    private static async Task EmptyPostgres(Respawner respawner, string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await respawner.ResetAsync(connection);
    }

    // Respawn does not know SQLite. The triggers that keep the log append-only stand aside for the length of the transaction.
    private static async Task EmptySqlite(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var triggers = await Texts(connection, "SELECT name || char(10) || sql FROM sqlite_master WHERE type = 'trigger'");
        var tables = await Texts(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '{Migrations}'");
        await Run(connection, string.Concat(triggers.Select(trigger => $"DROP TRIGGER \"{trigger.Split('\n', 2)[0]}\";")));
        await Run(connection, "PRAGMA defer_foreign_keys = ON;" + string.Concat(tables.Select(table => $"DELETE FROM \"{table}\";")));
        await Run(connection, string.Concat(triggers.Select(trigger => trigger.Split('\n', 2)[1] + ";")));
        await transaction.CommitAsync();
    }

    private static async Task<List<string>> Texts(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Length == 0 ? "SELECT 1" : sql;
        await command.ExecuteNonQueryAsync();
    }
}
