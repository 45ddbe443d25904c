using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>What the first release left: its schema, and a guest's workouts in 54 events.</summary>
internal static class Previous
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "previous");

    public static Task Load(TestDatabase database)
    {
        if (database.Provider == Provider.Postgres)
        {
            return PostgresServer.Load(database.ConnectionString, File.ReadAllText(Path.Combine(Folder, "gym.sql")));
        }

        File.Copy(Path.Combine(Folder, "gym.db"), FileOf(database));
        return Task.CompletedTask;
    }

    public static async Task<long> Count(TestDatabase database, string table, string where = "TRUE")
    {
        await using DbConnection connection = database.Provider == Provider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names written here.
        command.CommandText = $"SELECT count(*) FROM {table} WHERE {where}";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a process holds the migration's lock.</summary>
    public static async Task<bool> IsMigrating(TestDatabase database)
    {
        if (database.Provider == Provider.Postgres)
        {
            return await Count(database, "pg_locks", "locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") > 0;
        }

        try
        {
            using var turn = new FileStream(FileOf(database) + ".migrating", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return File.Exists(FileOf(database) + ".migrating");
        }
    }

    private static string FileOf(TestDatabase database) => new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
}
