using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TitanTrakr.Testing;

/// <summary>A Redis server of a test's own, from the installed binary, that keeps nothing on disk. It goes with the test.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly int _port = Server.FreePort();
    private Process _process;

    /// <summary>Starts it, and comes back when it takes connections.</summary>
    public RedisServer() => _process = Start();

    /// <summary>Where it is, as a setting of the host has it.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Brings it back where it was, empty.</summary>
    public void Restart() => _process = Start();

    /// <summary>SIGSTOP, or SIGCONT: connections stay open and nobody answers.</summary>
    public void Freeze(bool frozen)
    {
        using var signal = Process.Start("kill", [frozen ? "-STOP" : "-CONT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        signal.WaitForExit();
    }

    /// <inheritdoc />
    public void Dispose() => Kill();

    private Process Start()
    {
        string[] settings = ["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath(), "--loglevel", "warning"];
        var process = Process.Start(new ProcessStartInfo("redis-server", settings) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return SpinWait.SpinUntil(Listens, TimeSpan.FromSeconds(60)) ? process : throw new InvalidOperationException("Redis takes no connection.");
    }

    private bool Listens()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
