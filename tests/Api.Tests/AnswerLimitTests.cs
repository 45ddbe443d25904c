using System.Net;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>A host with a limit on answers and on time, as in Lambda.</summary>
internal sealed class AnswerLimitTests
{
    private TestDatabase _database = null!;
    private Server _server = null!;
    private Lifter _lifter = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Sqlite);
        _server = new Server(_database, new Dictionary<string, string?> { ["Answers:MaxBytes"] = "20000", ["Requests:TimeoutSeconds"] = "20" });
        await _server.Start();
        _lifter = await Lifter.SignUp(_server);
        await _lifter.Post("/api/workouts", """{"name":"Push day"}""");
        for (var i = 0; i < 12; i++)
        {
            var body = new JsonObject { ["name"] = $"Template {i}", ["note"] = new string('n', 900), ["exercises"] = new JsonArray(new JsonObject { ["exerciseId"] = "squat" }) };
            (await _lifter.Post("/api/templates", body.ToJsonString())).Status.ShouldBe(201);
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        _lifter.Dispose();
        _server.Dispose();
        _database.Dispose();
    }

    [Test]
    public async Task An_answer_over_the_limit_is_a_problem_and_one_below_comes_whole()
    {
        var templates = await _lifter.Get("/api/templates?limit=5");
        (templates.Status, templates.Json["items"]!.AsArray().Count).ShouldBe((200, 5));
        foreach (var path in new[] { "/api/exercises?limit=500", "/openapi/v1.json" })
        {
            var refused = await _lifter.Get(path);
            (refused.Status, refused.Slug).ShouldBe((413, "payload-too-large"), path);
        }

        (await _lifter.Get("/api/workouts/current")).Json["name"]!.GetValue<string>().ShouldBe("Push day");
        (await _lifter.Get("/api/nope")).Status.ShouldBe(404);
        (await _lifter.Send(HttpMethod.Delete, "/api/workouts/current")).Status.ShouldBe(204);
    }

    [Test]
    public async Task An_export_that_is_too_large_says_where_the_same_comes_in_pages()
    {
        var random = new Random(1);
        for (var i = 0; i < 40; i++)
        {
            var bytes = new byte[700];
            random.NextBytes(bytes);
            var body = new JsonObject { ["weight"] = new JsonObject { ["value"] = 80, ["unit"] = "kg" }, ["note"] = Convert.ToBase64String(bytes) };
            (await _lifter.Post("/api/bodyweight", body.ToJsonString())).Status.ShouldBe(201);
        }

        var refused = await _lifter.Get("/api/account/export");
        (refused.Status, refused.Slug).ShouldBe((413, "payload-too-large"));
        var detail = refused.Json["detail"]!.GetValue<string>();
        foreach (var page in new[] { "/api/events", "/api/history" })
        {
            detail.ShouldContain($"GET {page} ");
            (await _lifter.Get($"{page}?limit=10")).Status.ShouldBe(200);
        }
    }

    [Test]
    public async Task A_history_as_csv_is_compressed_for_whoever_can_read_that()
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = _server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/export.csv");
        request.Headers.Add("Authorization", $"Bearer {_lifter.Token}");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await client.SendAsync(request);
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await _lifter.Get("/api/export.csv")).Text.ShouldStartWith("workout_id");
    }
}
