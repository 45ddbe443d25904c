using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>A span as far as tests look at it.</summary>
internal sealed record Span(string Scope, string Trace, string Parent);

/// <summary>A collector of traces and metrics: takes OTLP over HTTP and reads the few fields of it that tests ask for.</summary>
internal sealed class OtlpStandIn : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];
    private readonly Task _serving;

    public OtlpStandIn()
    {
        Address = $"http://127.0.0.1:{Server.FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = Serve();
    }

    public string Address { get; }

    /// <summary>All bytes that came, as text: names and values stand in them as they are.</summary>
    public string Everything => string.Concat(_received.Select(received => Encoding.UTF8.GetString(received.Body)));

    /// <summary>The spans of a trace, once there are so many.</summary>
    public async Task<IReadOnlyList<Span>> Spans(string trace, int atLeast)
    {
        List<Span> spans = [];
        await Until(() => (spans = [.. _received.Where(received => received.Path == "/v1/traces").SelectMany(received => Read(received.Body))
            .Where(span => span.Trace == trace)]).Count >= atLeast);
        return spans;
    }

    /// <summary>Waits until all names have come.</summary>
    public Task Holds(params string[] names) => Until(() => names.All(name => Everything.Contains(name, StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }

    // ExportTraceServiceRequest: 1 resource spans; there 2 scope spans; there 1 the scope (1 its name) and 2 spans (1 trace, 4 parent).
    private static IEnumerable<Span> Read(byte[] body) =>
        from resource in Fields(body, 1)
        from scope in Fields(resource, 2)
        let name = Encoding.UTF8.GetString(Fields(Fields(scope, 1).Single(), 1).Single())
        from span in Fields(scope, 2)
        select new Span(name, Hex(Fields(span, 1)), Hex(Fields(span, 4)));

    private static string Hex(List<byte[]> values) => values is [var value, ..] ? Convert.ToHexStringLower(value) : "";

    private static List<byte[]> Fields(byte[] message, int wanted)
    {
        var (found, at) = (new List<byte[]>(), 0);
        while (at < message.Length)
        {
            var key = Number(message, ref at);
            var length = (key & 7) switch
            {
                0 => Skip(message, ref at),
                1 => 8,
                2 => (int)Number(message, ref at),
                5 => 4,
                var kind => throw new InvalidDataException($"wire type {kind}"),
            };
            if (key >> 3 == (ulong)wanted && (key & 7) == 2)
            {
                found.Add(message[at..(at + length)]);
            }

            at += length;
        }

        return found;
    }

    private static int Skip(byte[] message, ref int at)
    {
        Number(message, ref at);
        return 0;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var (number, shift) = (0UL, 0);
        byte part;
        do
        {
            part = message[at++];
            number |= (ulong)(part & 127) << shift;
            shift += 7;
        }
        while (part > 127);
        return number;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
