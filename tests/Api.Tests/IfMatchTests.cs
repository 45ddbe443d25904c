using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>If-Match: compared where something has a version, refused where nothing has.</summary>
internal sealed class IfMatchTests(Provider provider) : FrontDoorTest(provider)
{
    [TestCase("\"1\"", 200)]
    [TestCase("1", 200)]
    [TestCase("W/\"1\"", 200)]
    [TestCase("\"7\", W/\"1\"", 200)]
    [TestCase("*", 200)]
    [TestCase("\"7\"", 412)]
    [TestCase("\"7\", \"8\"", 412)]
    [TestCase("\"etag of something else\"", 412)]
    public async Task A_version_is_compared_however_its_tag_is_written(string tag, int status)
    {
        await Lifter.Post("/api/workouts");
        (await Lifter.Send(HttpMethod.Patch, "/api/workouts/current", """{"name":"Push day"}""", ifMatch: tag)).Status.ShouldBe(status);
        var template = (await Lifter.Post("/api/templates", """{"name":"Push day"}""")).Json["id"]!.GetValue<string>();
        (await Lifter.Send(HttpMethod.Put, $"/api/templates/{template}", """{"name":"Pull day"}""", ifMatch: tag)).Status.ShouldBe(status);
    }

    [Test]
    public async Task Where_the_document_has_no_If_Match_one_is_refused_and_nothing_written()
    {
        var without = await Writes(hasIfMatch: false);
        without.Select(write => write.Path).ShouldContain("/api/bodyweight/{entryId}");
        foreach (var (method, path) in without)
        {
            var concrete = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Guid.NewGuid().ToString() : part));
            var answer = await Lifter.Send(method, concrete, "{}", ifMatch: "\"1\"");
            (answer.Status, answer.Slug).ShouldBe((412, "version-conflict"), $"{method} {path} answered {answer.Text}");
        }

        (await Lifter.Events()).ShouldBeEmpty();
    }

    [Test]
    public async Task Workouts_history_and_templates_have_versions_and_what_is_said_may_change_one() =>
        (await Writes(hasIfMatch: true)).Select(write => string.Join('/', write.Path.Split('/').Take(3))).Distinct()
            .ShouldBe(["/api/workouts", "/api/history", "/api/templates", "/api/voice"], ignoreOrder: true);

    [Test]
    public async Task A_body_weight_that_is_said_has_no_version()
    {
        var path = "/api/voice/process";
        var body = new JsonObject { ["transcript"] = "bodyweight is 82" }.ToJsonString();
        (await Lifter.Send(HttpMethod.Post, path, body, ifMatch: "\"1\"")).Slug.ShouldBe("version-conflict");
        (await Lifter.Events()).ShouldBeEmpty();
        (await Lifter.Send(HttpMethod.Post, path, body)).Json["outcome"]!.GetValue<string>().ShouldBe("applied");
    }

    [Test]
    public async Task A_batch_has_keys_of_its_own_and_names_no_other()
    {
        var document = (await Lifter.Get("/openapi/v1.json")).Json["paths"]!;
        Headers(document["/api/events"]!["post"]!).ShouldBeEmpty();
        Headers(document["/api/workouts/current/sets"]!["post"]!).ShouldBe(["Idempotency-Key", "If-Match"]);
        Headers(document["/api/bodyweight"]!["post"]!).ShouldBe(["Idempotency-Key"]);
    }

    private async Task<IReadOnlyList<(HttpMethod Method, string Path)>> Writes(bool hasIfMatch) =>
    [
        .. from path in (await Lifter.Get("/openapi/v1.json")).Json["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where operation.Key != "get" && Headers(operation.Value!).Contains("If-Match") == hasIfMatch
           select (new HttpMethod(operation.Key.ToUpperInvariant()), path.Key),
    ];

    private static IEnumerable<string> Headers(JsonNode operation) =>
        from parameter in operation["parameters"]?.AsArray() ?? []
        where parameter!["in"]!.GetValue<string>() == "header"
        select parameter["name"]!.GetValue<string>();
}
