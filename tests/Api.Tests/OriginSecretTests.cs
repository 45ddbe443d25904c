using System.Net;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>A host behind a proxy that proves itself.</summary>
internal sealed class OriginSecretTests
{
    private const string Current = "the-secret-of-today", Previous = "the-secret-of-yesterday";
    private TestDatabase _database = null!;
    private Server _server = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Sqlite);
        _server = new Server(_database, new Dictionary<string, string?>
        {
            ["Origin:Secret"] = Current,
            ["Origin:PreviousSecret"] = Previous,
            ["Limits:Guest:PerAddress"] = "2",
            ["PublicUrl"] = "https://gym.example",
            ["PublicUrlAliases"] = "https://www.gym.example https://gym.test",
            ["Cors:Origins"] = "https://partner.example",
        });
        await _server.Start(Current);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _server.Dispose();
        _database.Dispose();
    }

    [SetUp]
    public Task Empty() => _database.Empty();

    [TestCase(null)]
    [TestCase("")]
    [TestCase("the-secret-of-toda")]
    [TestCase("THE-SECRET-OF-TODAY")]
    public async Task Nobody_else_is_served_but_the_sign_of_life(string? secret)
    {
        foreach (var path in new[] { "/", "/index.html", "/api/account", "/api/nope", "/openapi/v1.json", "/docs", "/health/ready", "/health/live/x" })
        {
            using var refused = await Send(HttpMethod.Get, path, secret);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            refused.Headers.Contains("Content-Security-Policy").ShouldBeTrue(path);
        }

        using var live = await Send(HttpMethod.Get, "/health/live", secret);
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase(Current)]
    [TestCase(Previous)]
    public async Task While_the_secret_is_changed_both_are_taken(string secret)
    {
        using var ready = await Send(HttpMethod.Get, "/health/ready", secret);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase("CloudFront-Viewer-Address", "198.51.100.10:46532", "198.51.100.10:1", "198.51.100.11:46532")]
    [TestCase("CloudFront-Viewer-Address", "2001:db8:1:1::7:46532", "[2001:db8:1:1::8]:443", "2001:db8:1:2::7:46532")]
    [TestCase("X-Forwarded-For", "198.51.100.20", "6.6.6.6, 198.51.100.20", "198.51.100.20, 198.51.100.21")]
    public async Task What_the_proxy_says_of_the_address_is_believed(string header, string address, string same, string other)
    {
        await Guest(header, address, HttpStatusCode.Created);
        await Guest(header, same, HttpStatusCode.Created);
        await Guest(header, address, HttpStatusCode.TooManyRequests);
        await Guest(header, same, HttpStatusCode.TooManyRequests);
        await Guest(header, other, HttpStatusCode.Created);
    }

    [Test]
    public async Task What_the_proxy_says_of_the_scheme_is_believed()
    {
        using var secure = await Send(HttpMethod.Get, "/health/ready", Current, ("CloudFront-Forwarded-Proto", "https"));
        secure.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
        using var plain = await Send(HttpMethod.Get, "/health/live", null, ("CloudFront-Forwarded-Proto", "https"));
        plain.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Test]
    public async Task The_contract_names_the_public_address_and_not_the_one_that_the_proxy_asks()
    {
        using var contract = await Send(HttpMethod.Get, "/openapi/v1.json", Current);
        var servers = System.Text.Json.Nodes.JsonNode.Parse(await contract.Content.ReadAsStringAsync())!["servers"]!.AsArray();
        servers.ShouldHaveSingleItem()!["url"]!.GetValue<string>().ShouldBe("https://gym.example");
    }

    [TestCase("https://gym.example", true, false)]
    [TestCase("https://gym.test", true, false)]
    [TestCase("https://partner.example", true, true)]
    [TestCase("https://gym.example.evil", false, false)]
    [TestCase("http://gym.example", false, false)]
    public async Task Pages_of_the_public_addresses_and_of_configured_origins_may_act(string origin, bool acts, bool isTold)
    {
        using var answer = await Send(HttpMethod.Post, "/api/account/guest", Current, ("Origin", origin));
        answer.StatusCode.ShouldBe(acts ? HttpStatusCode.Created : HttpStatusCode.Forbidden);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isTold);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    private async Task Guest(string header, string address, HttpStatusCode expected)
    {
        using var answer = await Send(HttpMethod.Post, "/api/account/guest", Current, (header, address));
        answer.StatusCode.ShouldBe(expected, $"{header}: {address}");
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? secret, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Origin-Secret", secret);
        }

        return await client.SendAsync(request);
    }
}
