using System.Diagnostics;
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
        using var dump = Client("pg_dump", connectionString);
        var text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        return dump.ExitCode == 0 ? text : throw new InvalidOperationException($"pg_dump ended with {dump.ExitCode}.");
    }

    /// <summary>Runs SQL text, such as a dump, in a database.</summary>
    public static async Task Load(string connectionString, string sql)
    {
        using var psql = Client("psql", connectionString, "-q", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1");
        await psql.StandardInput.WriteAsync(sql);
        psql.StandardInput.Close();
        await psql.WaitForExitAsync();
        if (psql.ExitCode != 0)
        {
            throw new InvalidOperationException($"psql ended with {psql.ExitCode}.");
        }
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
    public void Freeze(bool frozen) => Signal(frozen ? "STOP" : "CONT");

    /// <summary>SIGKILL to the server and everything it started.</summary>
    public void Kill()
    {
        var processes = Processes();
        Signal("KILL");
        SpinWait.SpinUntil(() => processes.All(id => !Directory.Exists($"/proc/{id}")), TimeSpan.FromSeconds(10));
    }

    /// <summary>Whether it runs, however busy it is with coming back from a crash.</summary>
    public bool IsRunning => File.Exists(PidFile) && Directory.Exists($"/proc/{File.ReadLines(PidFile).First()}");

    private string PidFile => Path.Combine(_folder!, "data", "postmaster.pid");

    private void Signal(string signal) => Execute("kill", $"-{signal} {string.Join(' ', Processes())} || true");

    // The server first: from then on it starts no more.
    private List<string> Processes()
    {
        var server = File.ReadLines(PidFile).First();
        return [server, .. Directory.GetDirectories("/proc").Select(folder => Path.GetFileName(folder)!).Where(id => ParentOf(id) == server)];
    }

    private static string? ParentOf(string process)
    {
        try
        {
            // After the name in brackets: the state, then the parent.
            return process.All(char.IsAsciiDigit) ? File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[1] : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A server of one's own, to be stopped and frozen at will.</summary>
    /// <param name="folder">An empty folder for its files; null makes one.</param>
    public static PostgresServer StartOwn(string? folder = null) => StartIn(folder ?? Directory.CreateTempSubdirectory("titan-postgres-").FullName);

    private static PostgresServer Start() =>
        Environment.GetEnvironmentVariable("TITAN_TEST_POSTGRES") is { Length: > 0 } given ? new PostgresServer(given, null, "") : StartOwn();

    private static PostgresServer StartIn(string folder)
    {
        var port = Server.FreePort();
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

    private static Process Client(string tool, string connectionString, params string[] options)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        string[] words = [.. options, "-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, "-d", address.Database!];
        var start = new ProcessStartInfo(Path.Combine(Binaries(), tool), words) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["PGPASSWORD"] = address.Password;
        return Process.Start(start)!;
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
