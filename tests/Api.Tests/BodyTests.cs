using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Too much, of the wrong kind, or too slowly.</summary>
internal sealed class BodyTests(Provider provider) : FrontDoorTest(provider)
{
    [TestCase("/api/workouts", 64, true)]
    [TestCase("/api/workouts", 64, false)]
    [TestCase("/api/account/guest", 64, true)]
    [TestCase("/api/voice/process", 64, false)]
    [TestCase("/api/events", 1024, true)]
    [TestCase("/api/events", 1024, false)]
    public async Task A_body_has_a_limit_whether_it_says_its_length_or_not(string path, int kilobytes, bool saysLength)
    {
        using var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Lifter.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent($"\"{new string('a', kilobytes * 1024)}\"") };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = !saysLength;
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/payload-too-large");
        (await Lifter.Events()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_body_without_a_length_is_asked_for_its_kind_too()
    {
        var answer = await Exchange($"POST /api/workouts HTTP/1.1\r\nHost: {Server.Address.Authority}\r\nAuthorization: Bearer {Lifter.Token}\r\n" +
            "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 415");
    }

    [Test]
    public async Task Who_sends_next_to_nothing_is_let_go_and_holds_nobody_up()
    {
        if (Database.Provider != Provider.Sqlite)
        {
            return; // The database has no part in it, and it takes its time.
        }

        var watch = Stopwatch.StartNew();
        var slow = new[] { Crawl("GET /api/account HTTP/1.1\r\nHost: gym\r\nX-Slow: "), Crawl($"POST /api/workouts HTTP/1.1\r\nHost: gym\r\nAuthorization: Bearer {Lifter.Token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{") };
        while (!slow.All(crawl => crawl.IsCompleted))
        {
            (await Lifter.Get("/api/account")).Status.ShouldBe(200);
            await Task.Delay(200);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }

        (await Task.WhenAll(slow)).ShouldAllBe(answer => answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal));
    }

    // A byte now and then, until the host has had enough.
    private async Task<string> Crawl(string beginning)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = reader.ReadToEndAsync();
        try
        {
            while (!answer.IsCompleted)
            {
                await stream.WriteAsync("a"u8.ToArray());
                await Task.WhenAny(answer, Task.Delay(500));
            }

            return await answer;
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task<string> Exchange(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
