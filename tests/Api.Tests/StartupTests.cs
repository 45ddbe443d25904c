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

    [Test]
    public async Task Voice_explain_prints_the_words_every_reading_with_its_score_and_the_decision()
    {
        using var server = new Server(_database);
        (await server.Verb("voice", "explain", "um, 82.5 for ate, rest 90", "--sets", "squat=120x5", "--sets", "bench-press=80x10,80x9")).ShouldBe(0);
        server.Output.ShouldContain("words     82.5 · for · ate · rest · 90");
        server.Output.ShouldMatch(@"reading   0\.9\d\d  sets +""82\.5 for ate"": Understood: LogSet Bench Press 82\.5 kg × 8");
        server.Output.ShouldMatch(@"reading   0\.9\d\d  start rest +""rest 90"": Understood: StartRest Rest 1:30");
        server.Output.ShouldMatch(@"decision  Understood: LogSet Bench Press 82\.5 kg × 8; StartRest Rest 1:30 \(confidence 0\.9\d\)");
        server.Output.ShouldMatch(@"cost      \d+ words read over all tries");
    }

    [TestCase("'stone' not recognized", "80 for 8", "--unit", "stone")]
    [TestCase("Sets are an exercise's id", "80 for 8", "--sets", "bench-press=heavy")]
    [TestCase("1 to 500 characters", " ")]
    public async Task Voice_explain_answers_2_to_what_it_cannot_take(string why, params string[] words)
    {
        using var server = new Server(_database);
        (await server.Verb(["voice", "explain", .. words])).ShouldBe(2);
        server.Output.ShouldContain(why);
        server.Output.ShouldNotContain("words     80");
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
