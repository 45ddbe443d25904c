using System.Net.Sockets;
using System.Text;

namespace TitanTrakr.Endurance;

/// <summary>A client that has begun a request and never ends it: in its headers, or in its body.</summary>
internal sealed class Crawler : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<Crawler> Connect(Uri host, string token, int number)
    {
        var crawler = new Crawler();
        await crawler._client.ConnectAsync(host.Host, host.Port);
        var begun = $"POST /api/workouts/current/sets HTTP/1.1\r\nHost: {host.Authority}\r\nAuthorization: Bearer {token}\r\n";
        var rest = number % 2 == 0 ? "X-More: " : "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        await crawler._client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun + rest));
        return crawler;
    }

    /// <summary>Whether the host ends the connection by itself within the time, whatever it says before.</summary>
    public async Task<bool> IsLetGo(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var buffer = new byte[4096];
        try
        {
            while (await _client.GetStream().ReadAsync(buffer, limit.Token) > 0)
            {
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
