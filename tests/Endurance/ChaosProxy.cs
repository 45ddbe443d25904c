using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TitanTrakr.Endurance;

/// <summary>
/// Stands between phones and host, or between host and database; passes requests on whole, and loses, cuts, delays or resets some of the answers.
/// </summary>
internal sealed class ChaosProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int> _port;
    private readonly int _rolls;
    private readonly Random _dice = new(20261124);

    /// <param name="port">Whom it stands in front of, on the loopback.</param>
    /// <param name="rolls">Four answers of so many meet a fault, one of each kind.</param>
    public ChaosProxy(Func<int> port, int rolls = 8)
    {
        (_port, _rolls) = (port, rolls);
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often each kind of fault has happened.</summary>
    public ConcurrentDictionary<Fault, int> Faults { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Serve(TcpClient asking)
    {
        using (asking)
        using (var answering = new TcpClient())
        {
            try
            {
                await answering.ConnectAsync(IPAddress.Loopback, _port(), _stop.Token);
                await Task.WhenAny(asking.GetStream().CopyToAsync(answering.GetStream(), _stop.Token), Answers(answering.GetStream(), asking));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
            }
        }
    }

    private async Task Answers(NetworkStream answering, TcpClient asking)
    {
        var buffer = new byte[16384];
        int read;
        while ((read = await answering.ReadAsync(buffer, _stop.Token)) > 0)
        {
            switch (Roll())
            {
                case Fault.Lost:
                    return;
                case Fault.Reset:
                    asking.Client.LingerState = new LingerOption(enable: true, seconds: 0);
                    return;
                case Fault.Halved:
                    await asking.GetStream().WriteAsync(buffer.AsMemory(0, read / 2), _stop.Token);
                    return;
                case Fault.Late:
                    await Task.Delay(150, _stop.Token);
                    break;
            }

            await asking.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    private Fault? Roll()
    {
        int roll;
        lock (_dice)
        {
            roll = _dice.Next(_rolls);
        }

        if (roll > (int)Fault.Late)
        {
            return null;
        }

        Faults.AddOrUpdate((Fault)roll, 1, (_, count) => count + 1);
        return (Fault)roll;
    }
}

/// <summary>What can happen to an answer.</summary>
internal enum Fault
{
    /// <summary>The connection ends instead.</summary>
    Lost,

    /// <summary>The connection is reset instead.</summary>
    Reset,

    /// <summary>Half of it arrives, then the connection ends.</summary>
    Halved,

    /// <summary>It comes later.</summary>
    Late,
}
