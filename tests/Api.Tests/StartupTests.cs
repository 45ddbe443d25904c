using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>What a production host refuses to start without, and where its secrets come from.</summary>
internal sealed class StartupTests
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public void Open() => _database = new TestDatabase(Provider.Sqlite);

    [OneTimeTearDown]
    public void Close() => _database.Dispose();

    [TestCase("PublicUrl", "")]
    [TestCase("PublicUrl", "titantrakr.com")]
    [TestCase("PublicUrl", "http://titantrakr.com")]
    [TestCase("Tokens:KeyFile", null)]
    public async Task A_production_host_does_not_start_without(string setting, string? value)
    {
        using var server = new Server(_database, new Dictionary<string, string?> { [setting] = value });
        (await server.Verb("--urls", "http://127.0.0.1:0")).ShouldBe(78);
    }

    [Test]
    public async Task It_takes_its_secrets_from_the_store_and_shows_none_of_them()
    {
        await using var store = new SecretStore("titan/prod", $$"""
            {"Origin:Secret":"the-secret-of-the-origin","ConnectionStrings:Titan":"Data Source=secret-gym.db","Tokens:Keys":"{{Convert.ToBase64String(new byte[64])}}"}
            """);
        using var server = new Server(_database, Settings(store, "titan/prod"));
        await server.Start("the-secret-of-the-origin");
        using var client = new HttpClient { BaseAddress = server.Address };
        ((int)(await client.GetAsync("/health/ready")).StatusCode).ShouldBe(403);
        File.Exists(Path.Combine(_database.Home, "secret-gym.db")).ShouldBeTrue();
        store.Asked.ShouldBe(["/aws/reference/secretsmanager/titan/prod"]);
        client.DefaultRequestHeaders.Add("X-Origin-Secret", "the-secret-of-the-origin");
        // Who asks is said in the header that is set up, and counted there.
        foreach (var (address, status) in new[] { ("198.51.100.1:40001", 201), ("198.51.100.2:40001", 201), ("198.51.100.1:40002", 429) })
        {
            client.DefaultRequestHeaders.Remove("X-Viewer-Address");
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Viewer-Address", address);
            ((int)(await client.PostAsync("/api/account/guest", null)).StatusCode).ShouldBe(status);
        }

        server.Output.ShouldNotContain("secret-of-the-origin");
    }

    [TestCase("""{"Origin:Secret":"the-secret-of-the-origin"}""")]
    [TestCase("the-secret-of-the-origin")]
    public async Task A_store_that_holds_too_little_stops_the_start(string secret)
    {
        await using var store = new SecretStore("titan/prod", secret);
        using var server = new Server(_database, Settings(store, "titan/prod"));
        (await server.Verb("--urls", "http://127.0.0.1:0")).ShouldNotBe(0);
        server.Output.ShouldNotContain("secret-of-the-origin");
    }

    private static Dictionary<string, string?> Settings(SecretStore store, string name) => new()
    {
        ["Secrets:Name"] = name,
        ["Origin:AddressHeader"] = "X-Viewer-Address",
        ["Limits:Guest:PerAddress"] = "1",
        ["ConnectionStrings:Titan"] = "",
        ["AWS_ENDPOINT_URL_SSM"] = store.Address,
        ["AWS_REGION"] = "us-west-1",
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    };
}
