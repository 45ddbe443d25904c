using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>What browsers are told, and what other sites' pages are refused.</summary>
internal sealed class SiteTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Json = "application/json";
    private static readonly string[] Posts =
        ["/api/account/guest", "/api/account/login", "/api/account/refresh", "/api/account/logout", "/api/workouts"];

    [TestCase("/health/live")]
    [TestCase("/index.html")]
    [TestCase("/nope")]
    [TestCase("/api/nope")]
    [TestCase("/api/account")]
    [TestCase("/api/history?limit=x")]
    [TestCase("/openapi/v1.json")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await Send(HttpMethod.Get, path, authorized: path.Contains("history", StringComparison.Ordinal));
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        Header(answer, "Permissions-Policy").ShouldContain("microphone=(self)");
        Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("plain HTTP on the loopback is served as it is");
        var policy = Header(answer, "Content-Security-Policy");
        // Compiling WebAssembly of ours is not making scripts from text.
        policy.Replace("'wasm-unsafe-eval'", "", StringComparison.Ordinal).ShouldNotContain("unsafe");
        new[] { "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "require-trusted-types-for 'script'" }
            .ShouldAllBe(directive => policy.Contains(directive, StringComparison.Ordinal));
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }

    [Test]
    public async Task The_reference_runs_scripts_by_nonce_only_and_another_one_each_time()
    {
        var policies = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var page = await Send(HttpMethod.Get, "/docs/", authorized: false);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            var policy = Header(page, "Content-Security-Policy");
            policies.Add(policy);
            var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
            nonce.Length.ShouldBeGreaterThan(15);
            (await page.Content.ReadAsStringAsync()).ShouldContain($"nonce=\"{WebUtility.HtmlEncode(nonce)}\"");
            policy.Split(';').Single(directive => directive.Contains("script-src", StringComparison.Ordinal)).ShouldNotContain("unsafe");
        }

        policies.ShouldBeUnique();
    }

    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "null")]
    [TestCase("Origin", "http://127.0.0.1:1")]
    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_page_changes_nothing(string header, string value)
    {
        foreach (var (method, path) in Posts.Select(path => (HttpMethod.Post, path)).Append((HttpMethod.Delete, "/api/account")))
        {
            using var refused = await Send(method, path, authorized: true, "{}", Json, (header, value));
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task Ones_own_page_and_callers_that_are_no_page_are_served()
    {
        var own = Server.Address.GetLeftPart(UriPartial.Authority);
        using var page = await Send(HttpMethod.Post, "/api/workouts", authorized: true, "{}", Json, ("Origin", own), ("Sec-Fetch-Site", "same-origin"));
        page.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Lifter.Send(HttpMethod.Delete, "/api/workouts/current")).Status.ShouldBe(204);
    }

    [TestCase("application/x-www-form-urlencoded", "name=Push")]
    [TestCase("application/x-www-form-urlencoded", "")]
    [TestCase("multipart/form-data; boundary=x", "--x--")]
    [TestCase("text/plain", """{"name":"Push"}""")]
    public async Task What_a_form_can_send_is_refused(string type, string body)
    {
        foreach (var path in Posts)
        {
            using var refused = await Send(HttpMethod.Post, path, authorized: true, body, type);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType, path);
        }

        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task Other_origins_are_not_let_in_unless_configured()
    {
        using var answer = await Send(HttpMethod.Options, "/api/workouts", authorized: false, null, null,
            ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"));
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        using var read = await Send(HttpMethod.Get, "/api/account", authorized: true, null, null, ("Origin", "https://evil.example"));
        read.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [TestCase("GET //evil.example/ HTTP/1.1")]
    [TestCase("GET //evil.example/%2e%2e HTTP/1.1")]
    [TestCase(@"GET /\evil.example HTTP/1.1")]
    [TestCase("GET /docs//evil.example HTTP/1.1")]
    [TestCase("GET /docs?returnUrl=https://evil.example HTTP/1.1")]
    [TestCase("GET /api/account?redirect=https://evil.example HTTP/1.1")]
    public async Task Nobody_is_sent_to_another_site(string line)
    {
        var answer = await Raw(line);
        var location = answer.Split("\r\n").FirstOrDefault(header => header.StartsWith("Location:", StringComparison.OrdinalIgnoreCase)) ?? "";
        location.ShouldNotContain("evil");
        location.ShouldNotContain("//");
    }

    [TestCase("/../../../../etc/passwd")]
    [TestCase("/..%2f..%2f..%2fetc%2fpasswd")]
    [TestCase("/assets/../../appsettings.json")]
    [TestCase("/assets/%2e%2e/%2e%2e/appsettings.json")]
    [TestCase("/assets/..%5c..%5cappsettings.json")]
    [TestCase("/workspace/default/signing.key")]
    [TestCase("/../workspace/default/signing.key")]
    [TestCase("/gym.db")]
    [TestCase("/.built")]
    [TestCase("/%00")]
    [TestCase("/openapi/..%2f..%2fappsettings.json")]
    public async Task No_path_leads_out_of_the_web_root(string path)
    {
        var answer = await Raw($"GET {path} HTTP/1.1");
        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("root:");
        answer.ShouldNotContain("ConnectionStrings");
    }

    private async Task<string> Raw(string line)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: {Server.Address.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, bool authorized, string? body = null, string? type = null, params (string Name, string Value)[] headers)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(method, path);
        if (authorized)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Lifter.Token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return await client.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
