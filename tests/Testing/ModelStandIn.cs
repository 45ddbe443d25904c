using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TitanTrakr.Testing;

/// <summary>A provider on the loopback that answers as it is told, byte by byte: a framework's server would mend the broken answers.</summary>
public sealed class ModelStandIn : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Listens at once, on a free port.</summary>
    public ModelStandIn()
    {
        _listener.Start();
        _ = Task.Run(Listen);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What is answered from now on; asked once a request.</summary>
    public Func<Scripted> Script { get; set; } = () => Scripted.Commands();

    /// <summary>Bodies that came in, and the headers before them.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Task.Run(() => Serve(client));
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                Requests.Enqueue(await Read(stream));
                var reply = Script();
                await (reply.Until ?? Task.CompletedTask).WaitAsync(_stop.Token);
                var body = Encoding.UTF8.GetBytes(reply.Body);
                var head = string.Create(
                    CultureInfo.InvariantCulture,
                    $"HTTP/1.1 {reply.Status} X\r\nContent-Type: {reply.Type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
                await stream.WriteAsync(reply.Half ? body.AsMemory(0, body.Length / 2) : body, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The house gave up waiting: that is what was tested.
            }
        }
    }

    private static async Task<string> Read(NetworkStream stream)
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        while (true)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            var parts = text.ToString().Split("\r\n\r\n", 2);
            var length = parts[0].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            if (parts.Length == 2 && (length is null || Encoding.UTF8.GetByteCount(parts[1]) >= int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture)))
            {
                return text.ToString();
            }
        }
    }
}

/// <summary>One answer of the stand-in.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Body">What it says.</param>
/// <param name="Type">What it says that is.</param>
/// <param name="Until">It is held back until then.</param>
/// <param name="Half">It breaks off in the middle.</param>
public sealed record Scripted(int Status, string Body, string Type = "application/json", Task? Until = null, bool Half = false)
{
    /// <summary>What a good model answers, in Anthropic's wire format.</summary>
    public static Scripted Commands(params string[] commands) => Text($$"""{"commands":[{{string.Join(',', commands)}}]}""");

    /// <summary>Any text in Anthropic's wire format.</summary>
    public static Scripted Text(string text) => new(200, new JsonObject
    {
        ["id"] = "msg_01",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "claude-haiku-4-5",
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        ["stop_reason"] = "end_turn",
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 700, ["output_tokens"] = 40, ["cache_creation_input_tokens"] = 0, ["cache_read_input_tokens"] = 0 },
    }.ToJsonString());

    /// <summary>Any text in OpenAI's wire format.</summary>
    public static Scripted OpenAI(string text) => new(200, new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = "local",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            ["finish_reason"] = "stop",
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 700, ["completion_tokens"] = 40, ["total_tokens"] = 740 },
    }.ToJsonString());

    /// <summary>A refusal as providers write it.</summary>
    public static Scripted Fault(int status) => new(status, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""");
}
