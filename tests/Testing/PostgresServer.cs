using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TitanTrakr.Testing;

/// <summary>
/// A PostgreSQL server for tests: the one that <c>TITAN_TEST_POSTGRES</c> points to, else an own one in a temporary folder,
/// started from the installed binaries and stopped with the test process.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> Running = new(Start);

    private readonly string? _folder;

    private readonly string _settings;

    private PostgresServer(string address, string? folder, string settings) => (Address, _folder, _settings) = (address, folder, settings);

    /// <summary>The server of this process, started when first asked for.</summary>
    public static PostgresServer Shared => Running.Value;

    /// <summary>A connection string with the right to make databases.</summary>
    public string Address { get; }

    /// <summary>Stops the server of this process if it has one.</summary>
    public static void StopShared()
    {
        if (Running.IsValueCreated)
        {
            Running.Value.Dispose();
        }
    }

    /// <summary>Makes an empty database and says how to reach it.</summary>
    public string CreateDatabase()
    {
        var name = $"titan_{Guid.NewGuid():n}";
        Execute($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(Address) { Database = name, MaxPoolSize = 40 }.ToString();
    }

    /// <summary>Drops a database made here, whoever is still connected.</summary>
    public void DropDatabase(string connectionString)
    {
        using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    /// <summary>All of a database as SQL text.</summary>
    public static async Task<string> Dump(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Path.Combine(Binaries(), "pg_dump"), ["-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, address.Database!])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PGPASSWORD"] = address.Password;
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"pg_dump ended with {process.ExitCode}.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_folder is null || !Directory.Exists(_folder))
        {
            return;
        }

        Run("pg_ctl", $"-D {_folder}/data -m immediate -w stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Takes the server down: <paramref name="mode"/> is pg_ctl's, fast or immediate, where immediate is a crash.</summary>
    public void Stop(string mode) => Run("pg_ctl", $"-D {_folder}/data -m {mode} -w stop");

    /// <summary>Brings it up again, on the same port.</summary>
    public void Restart() => Run("pg_ctl", $"-D {_folder}/data -l {_folder}/log -w start -o \"{_settings}\"");

    /// <summary>SIGSTOP, or SIGCONT, to the server and everything it started: connections stay open and nobody answers.</summary>
    public void Freeze(bool frozen)
    {
        var signal = frozen ? "STOP" : "CONT";
        var pid = File.ReadLines(Path.Combine(_folder!, "data", "postmaster.pid")).First();
        Execute("kill", $"-{signal} {pid} $(ps -o pid= --ppid {pid})");
    }

    /// <summary>A server of one's own, to be stopped and frozen at will.</summary>
    /// <param name="folder">An empty folder for its files; null makes one.</param>
    public static PostgresServer StartOwn(string? folder = null) => StartIn(folder ?? Directory.CreateTempSubdirectory("titan-postgres-").FullName);

    private static PostgresServer Start() =>
        Environment.GetEnvironmentVariable("TITAN_TEST_POSTGRES") is { Length: > 0 } given ? new PostgresServer(given, null, "") : StartOwn();

    private static PostgresServer StartIn(string folder)
    {
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            Execute("chown", $"postgres {folder}");
        }

        Run("initdb", $"-D {folder}/data -U titan --auth=trust --encoding=UTF8 --no-sync");
        var settings = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200";
        Run("pg_ctl", $"-D {folder}/data -l {folder}/log -w -o \"{settings}\" start");
        var server = new PostgresServer($"Host=127.0.0.1;Port={port};Username=titan;Database=postgres", folder, settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    private static void Run(string tool, string arguments)
    {
        var path = Path.Combine(Binaries(), tool);
        if (Environment.IsPrivilegedProcess)
        {
            Execute("runuser", $"-u postgres -- {path} {arguments}");
        }
        else
        {
            Execute(path, arguments);
        }
    }

    private static void Execute(string file, string arguments)
    {
        // Its output is not captured: the server would inherit the pipe, and reading to its end would never end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{file} {arguments} >/dev/null 2>&1"])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {arguments} ended with {process.ExitCode}.");
        }
    }

    private static string Binaries() =>
        Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal)
            .Select(d => Path.Combine(d, "bin"))
            .First(d => File.Exists(Path.Combine(d, "initdb")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Address) { Pooling = false }.ToString());
        connection.Open();
#pragma warning disable CA2100 // Names made here.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
