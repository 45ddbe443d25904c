using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class TokensTests(Provider provider) : FrontDoorTest(provider)
{
    private Visitor _owner = null!;

    [SetUp]
    public async Task Register()
    {
        _owner = new Visitor(Server.Address);
        await _owner.Register("ann@example.com");
    }

    [TearDown]
    public void GoAway() => _owner.Dispose();

    [TestCase("\"read\"", 204, 403)]
    [TestCase("\"write\"", 403, 201)]
    [TestCase("\"read\",\"write\"", 204, 201)]
    public async Task A_token_does_what_its_scopes_say(string scopes, int reading, int writing)
    {
        using var script = await Script(scopes);
        (await script.Get("/api/workouts/current")).Status.ShouldBe(reading);
        var written = await script.Post("/api/workouts");
        written.Status.ShouldBe(writing);
        if (writing == 403)
        {
            written.Slug.ShouldBe("forbidden");
        }
    }

    [Test]
    public async Task Account_matters_are_out_of_a_token_s_reach()
    {
        using var script = await Script("\"read\",\"write\"");
        (await script.Get("/api/account")).Status.ShouldBe(200);
        (HttpMethod Method, string Path)[] matters =
        [
            (HttpMethod.Get, "tokens"), (HttpMethod.Get, "sessions"), (HttpMethod.Get, "passkeys"), (HttpMethod.Delete, "sessions"),
            (HttpMethod.Post, "logout"), (HttpMethod.Post, "passkeys/creation-options"), (HttpMethod.Delete, ""),
        ];
        foreach (var (method, path) in matters)
        {
            (await script.Send(method, $"/api/account/{path}")).Slug.ShouldBe("forbidden", path);
        }

        (await script.Post("/api/account/tokens", """{"name":"more","scopes":["read"]}""")).Slug.ShouldBe("forbidden");
        (await script.Register("bob@example.com")).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_token_is_shown_once_and_kept_as_a_hash()
    {
        var key = Guid.NewGuid();
        const string Body = """{"name":"My script","scopes":["write","read"],"expiresAt":"2999-01-01T00:00:00Z"}""";
        var made = await _owner.Post("/api/account/tokens", Body, key);
        var secret = made.Json["secret"]!.GetValue<string>();
        secret.ShouldStartWith("tt_pat_");
        var again = await _owner.Post("/api/account/tokens", Body, key);
        again.Replayed.ShouldBeTrue();
        again.Json["secret"].ShouldBeNull();
        again.Json["token"]!.ToJsonString().ShouldBe(made.Json["token"]!.ToJsonString());
        (await _owner.Get("/api/account/tokens")).Text.ShouldNotContain(secret);
        (await Database.Dump()).ShouldNotContain(secret[7..]);
    }

    [Test]
    public async Task The_last_use_is_shown_to_the_hour()
    {
        using var script = await Script("\"read\"");
        (await Listed())["lastUsedAt"].ShouldBeNull();
        await script.Get("/api/workouts/current");
        (await Listed())["lastUsedAt"]!.GetValue<string>().ShouldEndWith(":00:00Z");
    }

    [Test]
    public async Task A_token_that_is_taken_back_stops_working_at_once()
    {
        using var script = await Script("\"read\",\"write\"");
        var id = (await Listed())["id"]!.GetValue<string>();
        using var eve = new Visitor(Server.Address);
        await eve.Register("eve@example.com");
        (await eve.Send(HttpMethod.Delete, $"/api/account/tokens/{id}")).Slug.ShouldBe("not-found");
        (await script.Get("/api/workouts/current")).Status.ShouldBe(204);
        (await _owner.Send(HttpMethod.Delete, $"/api/account/tokens/{id}")).Status.ShouldBe(204);
        (await script.Get("/api/workouts/current")).Slug.ShouldBe("unauthenticated");
        (await script.Post("/api/workouts")).Slug.ShouldBe("unauthenticated");
    }

    [Test]
    public async Task A_token_ends_at_a_moment_whatever_the_offset_it_was_named_with()
    {
        var made = await _owner.Post("/api/account/tokens", """{"name":"x","scopes":["read"],"expiresAt":"2999-01-01T02:00:00+02:00"}""");
        made.Json["token"]!["expiresAt"]!.GetValue<string>().ShouldBe("2999-01-01T00:00:00Z");
        (await Listed())["expiresAt"]!.GetValue<string>().ShouldBe("2999-01-01T00:00:00Z");
    }

    [TestCase("tokens")]
    [TestCase("sessions")]
    public async Task A_list_comes_whole_or_in_pages(string list)
    {
        for (var i = 0; i < 3; i++)
        {
            using var script = await Script("\"read\"");
            using var device = new Visitor(Server.Address);
            (await device.Login("ann@example.com")).Status.ShouldBe(200);
        }

        var all = (await _owner.Get($"/api/account/{list}")).Json;
        var ids = all["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ToList();
        ids.Count.ShouldBeInRange(3, 4);
        all.AsObject().Single(member => member.Key == "nextCursor").Value.ShouldBeNull();
        var paged = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await _owner.Get($"/api/account/{list}?limit=2{cursor}")).Json;
            paged.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            cursor = page["nextCursor"] is { } next ? $"&cursor={next}" : null;
        }

        paged.ShouldBe(ids);
    }

    [TestCase("tokens")]
    [TestCase("sessions")]
    [TestCase("passkeys")]
    public async Task A_limit_of_nothing_is_refused(string list)
    {
        (await _owner.Get($"/api/account/{list}?limit=0")).Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["limit"]);
        (await _owner.Get($"/api/account/{list}?limit=100")).Json["nextCursor"].ShouldBeNull();
    }

    [TestCase("""{"name":"","scopes":["read"]}""", "validation")]
    [TestCase("""{"name":"x","scopes":[]}""", "validation")]
    [TestCase("""{"name":"x","scopes":["read","read"]}""", "validation")]
    [TestCase("""{"name":"x","scopes":["admin"]}""", "malformed-request")]
    [TestCase("""{"name":"x","scopes":["read"],"expiresAt":"2020-01-01T00:00:00Z"}""", "validation")]
    [TestCase("""{"name":"x","scopes":["read"],"accountId":"0197c6f0-0000-7000-8000-000000000001"}""", "malformed-request")]
    public async Task A_bad_token_is_not_made(string body, string slug) => (await _owner.Post("/api/account/tokens", body)).Slug.ShouldBe(slug);

    private async Task<System.Text.Json.Nodes.JsonNode> Listed() => (await _owner.Get("/api/account/tokens")).Json["items"]![0]!;

    private async Task<Visitor> Script(string scopes)
    {
        var made = await _owner.Post("/api/account/tokens", $$"""{"name":"script","scopes":[{{scopes}}]}""");
        return new Visitor(Server.Address) { Token = made.Json["secret"]!.GetValue<string>() };
    }
}
