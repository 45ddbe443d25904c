using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace TitanTrakr.Testing;

/// <summary>The real host in a process of its own, on a free port of the loopback.</summary>
public sealed class Server : IDisposable
{
    private static readonly string Host =
        Environment.GetEnvironmentVariable("TITAN_TEST_HOST") ?? Path.Combine(AppContext.BaseDirectory, "TitanTrakr.Api.dll");

    private readonly TestDatabase _database;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly ConcurrentQueue<string?> _output = [];
    private Process? _process;

    /// <summary>A host that will store in this database, with settings beside the database's.</summary>
    public Server(TestDatabase database, IReadOnlyDictionary<string, string?>? settings = null) =>
        (_database, _settings) = (database, settings ?? new Dictionary<string, string?>());

    /// <summary>Where it listens; another port after each start.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Everything that its processes have printed.</summary>
    public string Output => string.Join('\n', _output);

    private static string WebRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/Api/wwwroot"));

    /// <summary>Starts it and waits until its database answers.</summary>
    /// <param name="originSecret">What a proxy in front of it would send, where it wants that.</param>
    /// <exception cref="InvalidOperationException">It was not ready within a minute.</exception>
    public async Task Start(string? originSecret = null)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process = Run("--urls", Address.ToString());
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Origin-Secret", originSecret ?? "");
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The host did not become ready.");
    }

    /// <summary>SIGKILL: no chance to finish anything.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
    }

    /// <summary>SIGTERM: finish what was begun, then go. Answers whether it went within the time.</summary>
    public async Task<bool> Terminate(TimeSpan patience)
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The most memory it has held so far, in MB.</summary>
    public int PeakMegabytes => File.ReadLines($"/proc/{_process!.Id}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <summary>Runs a verb and kills it at a moment, if it takes that long.</summary>
    public async Task KilledVerb(Task moment, params string[] words)
    {
        using var process = Run(words);
        await Task.WhenAny(process.WaitForExitAsync(), moment);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Runs a verb to its end and answers its exit code.</summary>
    public async Task<int> Verb(params string[] words)
    {
        using var process = Run(words);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        _process?.Dispose();
    }

    private Process Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Host, .. words]) { WorkingDirectory = _database.Home, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_CONTENTROOT"] = _database.Home;
        start.Environment["ASPNETCORE_WEBROOT"] = WebRoot();
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        // A production host, as it is by default, has to be told these.
        start.Environment["PublicUrl"] = "http://127.0.0.1";
        start.Environment["Tokens__KeyFile"] = "workspace/default/signing.key";
        foreach (var (key, value) in _database.Settings.Concat(_settings))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line)
    {
        Console.WriteLine(line);
        _output.Enqueue(line);
    }

    /// <summary>A port of the loopback that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
