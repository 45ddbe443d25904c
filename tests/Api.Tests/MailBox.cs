using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace TitanTrakr.Api.Tests;

/// <summary>A mail server on the loopback that takes every mail and keeps it.</summary>
internal sealed class MailBox : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(string To, string Text)> _mails = [];
    private readonly Task _serving;

    public MailBox()
    {
        _listener.Start();
        _serving = Serve();
    }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{((IPEndPoint)_listener.LocalEndpoint).Port}",
        ["Mail:Tls"] = "false",
        ["Mail:LinkBase"] = "https://gym.example",
    };

    public IReadOnlyList<string> To => [.. _mails.Select(mail => mail.To)];

    /// <summary>The secret in the latest link of this kind to an address.</summary>
    public string Secret(string to, string purpose)
    {
        var text = _mails.Last(mail => mail.To == to && mail.Text.Contains($"#{purpose}=", StringComparison.Ordinal)).Text;
        return Regex.Match(text, $@"https://gym\.example/#{purpose}=([\w-]{{43}})").Groups[1].Value;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Take(client);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Take(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mailbox");
        var to = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line.Split('<', '>')[1];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _mails.Add((to, await Text(reader)));
                    await writer.WriteLineAsync("250 kept");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 mailbox");
                    break;
            }
        }
    }

    private static async Task<string> Text(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }
}
