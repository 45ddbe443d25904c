using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TitanTrakr.Endurance;

/// <summary>Stands between phones and host; passes requests on whole, and loses, cuts, delays or resets some of the answers.</summary>
internal sealed class ChaosProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Uri> _host;
    private readonly Random _dice = new(20261124);

    public ChaosProxy(Func<Uri> host)
    {
        _host = host;
        _listener.Start();
        _ = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

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

    private async Task Serve(TcpClient phone)
    {
        using (phone)
        using (var host = new TcpClient())
        {
            try
            {
                await host.ConnectAsync(IPAddress.Loopback, _host().Port, _stop.Token);
                await Task.WhenAny(phone.GetStream().CopyToAsync(host.GetStream(), _stop.Token), Answers(host.GetStream(), phone));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
            }
        }
    }

    private async Task Answers(NetworkStream host, TcpClient phone)
    {
        var buffer = new byte[16384];
        int read;
        while ((read = await host.ReadAsync(buffer, _stop.Token)) > 0)
        {
            switch (Roll())
            {
                case Fault.Lost:
                    return;
                case Fault.Reset:
                    phone.Client.LingerState = new LingerOption(enable: true, seconds: 0);
                    return;
                case Fault.Halved:
                    await phone.GetStream().WriteAsync(buffer.AsMemory(0, read / 2), _stop.Token);
                    return;
                case Fault.Late:
                    await Task.Delay(150, _stop.Token);
                    break;
            }

            await phone.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    // Every second answer, one of the four.
    private Fault? Roll()
    {
        int roll;
        lock (_dice)
        {
            roll = _dice.Next(8);
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
