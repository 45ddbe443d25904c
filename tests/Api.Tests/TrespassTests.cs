using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TitanTrakr.Api.Tests.Exchange;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Another account, and nobody at all, on every route there is: the routes come from the OpenAPI document, so that none is forgotten.</summary>
internal sealed partial class TrespassTests(Provider provider) : FrontDoorTest(provider)
{
    private readonly string _secret = $"note{Guid.NewGuid():n}";
    private JsonNode _document = null!;
    private Trespass _trespass = null!;

    [SetUp]
    public async Task Train()
    {
        _document = (await Lifter.Get("/openapi/v1.json")).Json;
        var own = (await Lifter.Post("/api/exercises", new JsonObject { ["name"] = _secret }.ToJsonString())).Json;
        await Lifter.Post("/api/workouts", new JsonObject { ["name"] = _secret }.ToJsonString());
        await Log(own);
        var past = (await Lifter.Post("/api/workouts/current/complete")).Json;
        (await Lifter.Import(Courier.File("strong-semicolon.csv"))).Status.ShouldBe(200);
        var template = (await Lifter.Post($"/api/templates/from-workout/{Id(past)}", new JsonObject { ["name"] = _secret }.ToJsonString())).Json;
        await Lifter.Post("/api/workouts", new JsonObject { ["name"] = _secret }.ToJsonString());
        var running = (await Log(own)).Json["workout"]!;
        var supersetId = Guid.CreateVersion7().ToString();
        await Lifter.Send(HttpMethod.Patch, $"/api/workouts/current/exercises/{Id(running["exercises"]![0]!)}", $$"""{"supersetId":"{{supersetId}}"}""");
        var weighed = Guid.CreateVersion7().ToString();
        await Lifter.Post("/api/bodyweight", $$"""{"id":"{{weighed}}","weight":{"value":80,"unit":"kg"} }""");
        var entry = past["exercises"]![0]!;
        _trespass = new Trespass(_document, new Dictionary<string, string>
        {
            ["workoutId"] = Id(past),
            ["setId"] = Id(entry["sets"]![0]!),
            ["entryId"] = Id(running["exercises"]![0]!),
            ["exerciseId"] = Id(own),
            ["templateId"] = Id(template),
            ["supersetId"] = supersetId,
            ["bodyweight/entryId"] = weighed,
            ["tokenId"] = Id((await Lifter.Post("/api/account/tokens", """{"name":"watch","scopes":["read"]}""")).Json["token"]!),
            ["sessionId"] = Id((await Lifter.Get("/api/account/sessions")).Json["items"]![0]!),
            ["importId"] = Id((await Lifter.Get("/api/imports")).Json["items"]![0]!),
            // A passkey takes an authenticator to make, and a learned name a talk; both are asked for by their owner's id too.
            ["aliasId"] = Guid.CreateVersion7().ToString(),
            ["passkeyId"] = "AAAAAAAAAAAAAAAAAAAAAA",
        });
    }

    [Test]
    public async Task With_anothers_ids_nothing_is_read_and_nothing_changed()
    {
        var before = await Everything();
        before.ShouldContain(_secret);
        foreach (var operation in Operation.All(_document))
        {
            using var other = await Lifter.SignUp(Server);
            await other.Post("/api/workouts");
            var answer = await other.Send(new HttpMethod(operation.Method), _trespass.Target(operation), _trespass.Body(operation)?.ToJsonString());
            answer.Text.ShouldNotContain(_secret, Case.Sensitive, operation.ToString());
            answer.Status.ShouldBeLessThan(500, operation.ToString());
            if (operation.NamesSomething && !operation.IsOpen)
            {
                ShowsNothing(operation, answer);
            }
        }

        (await Everything()).ShouldBe(before);
    }

    [Test]
    public async Task Without_a_token_or_with_one_of_nobody_every_route_but_the_ways_in_is_closed()
    {
        var before = await Everything();
        foreach (var operation in Operation.All(_document).Where(operation => !operation.IsOpen))
        {
            foreach (var token in new[] { null, "", "x", "a.b.c" })
            {
                using var nobody = Lifter.WithToken(Server, token);
                var answer = await nobody.Send(new HttpMethod(operation.Method), _trespass.Target(operation), _trespass.Body(operation)?.ToJsonString());
                (answer.Status, answer.Slug).ShouldBe((401, "unauthenticated"), operation.ToString());
            }
        }

        (await Everything()).ShouldBe(before);
    }

    [Test]
    public async Task Only_the_ways_in_are_open() =>
        Operation.All(_document).Where(operation => operation.IsOpen)
            .ShouldAllBe(operation => operation.Path.StartsWith("/api/account/", StringComparison.Ordinal));

    [TestCase("id")]
    [TestCase("accountId")]
    [TestCase("role")]
    [TestCase("createdAt")]
    [TestCase("isGuest")]
    [TestCase("recordedAt")]
    [TestCase("sequence")]
    public async Task A_member_that_is_the_servers_own_is_refused_in_every_body(string member)
    {
        var (before, refused) = (await Everything(), 0);
        foreach (var operation in Operation.All(_document).Where(operation => operation.Body is not null))
        {
            var own = _trespass.Body(operation)!;
            if (member == "id" && own.ContainsKey(member))
            {
                continue; // What the caller makes it may name, under an id that is its own and nobody else's.
            }

            own.ContainsKey(member).ShouldBeFalse(operation.ToString());
            refused++;
            // First in the body, so that it is what the refusal names.
            var body = new JsonObject([KeyValuePair.Create(member, (JsonNode?)"admin"), .. own.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))]);
            var answer = await Lifter.Send(new HttpMethod(operation.Method), _trespass.Target(operation), body.ToJsonString());
            (answer.Status, answer.Slug).ShouldBe((400, "malformed-request"), operation.ToString());
            answer.Json["detail"]!.GetValue<string>().ShouldContain($"'{member}'", Case.Sensitive, operation.ToString());
        }

        refused.ShouldBeGreaterThan(10);
        (await Everything()).ShouldBe(before);
    }

    // All lists that the account can read, but for what the clock alone changes.
    private async Task<string> Everything()
    {
        var parts = new List<string>();
        foreach (var operation in Operation.All(_document).Where(operation => operation is { Method: "GET", NamesSomething: false, IsOpen: false }))
        {
            if (operation.Path is not "/api/account/export")
            {
                parts.Add($"{operation}: {(await Lifter.Get(_trespass.Target(operation))).Text}");
            }
        }

        return Clock().Replace(string.Join('\n', parts), "");
    }

    // What is another's isn't there; a list of what belongs to it is as empty as that of what never was.
    private static void ShowsNothing(Operation operation, Answer answer)
    {
        if (operation.Method == "GET" && answer.Status == 200)
        {
            answer.Json["items"]!.AsArray().ShouldBeEmpty(operation.ToString());
            return;
        }

        answer.Status.ShouldBeInRange(400, 499, operation.ToString());
        if (operation.Method is "GET" or "DELETE")
        {
            answer.Status.ShouldBe(404, operation.ToString());
        }
    }

    private Task<Answer> Log(JsonNode own) => Lifter.Post("/api/workouts/current/sets", new JsonObject
    {
        ["exerciseId"] = Id(own),
        ["reps"] = 5,
        ["load"] = new JsonObject { ["value"] = 100, ["unit"] = "kg" },
        ["note"] = _secret,
    }.ToJsonString());

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();

    [GeneratedRegex("\"(durationSeconds|lastUsedAt|authenticatedAt|traceId)\":[^,}]*")]
    private static partial Regex Clock();
}
