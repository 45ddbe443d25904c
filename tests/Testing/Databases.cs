using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TitanTrakr.Testing;

/// <summary>The databases that every test of storage runs on.</summary>
public enum Provider
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A server.</summary>
    Postgres,
}

/// <summary>An empty database of a test's own, gone when disposed.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string? _folder;
    private readonly PostgresServer? _server;
    private Func<Task>? _empty;

    /// <summary>Makes one, on the tests' PostgreSQL server or in a temporary folder.</summary>
    public TestDatabase(Provider provider)
        : this(provider, null, null)
    {
    }

    /// <summary>Makes one on a server, or in a folder, of one's own.</summary>
    public TestDatabase(Provider provider, PostgresServer? server, string? folder)
    {
        Provider = provider;
        if (provider == Provider.Postgres)
        {
            _server = server ?? PostgresServer.Shared;
            ConnectionString = _server.CreateDatabase();
            return;
        }

        _folder = folder ?? Directory.CreateTempSubdirectory("titan-sqlite-").FullName;
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "gym.db"), DefaultTimeout = 5 }.ToString();
    }

    /// <summary>The content root of every host on this database: what hosts share beside it, such as signing keys, lies there.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("titan-host-").FullName;

    /// <summary>Which kind.</summary>
    public Provider Provider { get; }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>The host's settings that select it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Provider.ToString(),
        ["Database:MigrateAtStart"] = "true",
        ["ConnectionStrings:Titan"] = ConnectionString,
        // A hash that is costly to make would be most of a test's time.
        ["Passwords:Iterations"] = "1000",
    };

    /// <summary>Takes out every row; what migrations made stays. Only for a migrated database.</summary>
    public async Task Empty()
    {
        _empty ??= await Emptying.Plan(Provider, ConnectionString);
        await _empty();
    }

    /// <summary>Sends a statement past every host, and answers how many rows it touched.</summary>
    public async Task<int> Run(string sql)
    {
        await using DbConnection connection = Provider == Provider.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written by the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>All that the database holds: a dump of PostgreSQL; of SQLite the files themselves, with what was deleted but not overwritten.</summary>
    public async Task<string> Dump()
    {
        if (_folder is null)
        {
            return await PostgresServer.Dump(ConnectionString);
        }

        var files = Directory.GetFiles(_folder).Select(file => File.ReadAllBytes(file));
        return string.Concat(files.Select(Encoding.Latin1.GetString));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Directory.Delete(Home, recursive: true);
        if (_folder is null)
        {
            _server!.DropDatabase(ConnectionString);
            return;
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
