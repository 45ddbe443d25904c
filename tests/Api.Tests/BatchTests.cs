using System.Text.Json;
using System.Text.Json.Nodes;
using TitanTrakr.Application.Common;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>The offline queue's door: what one command says never keeps another from being taken.</summary>
internal sealed class BatchTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Weight = """{"weight":{"value":80,"unit":"kg"}}""";

    // The door refuses those that aren't for it by their type.
    private static readonly Type[] Commands = [.. typeof(ICommand<>).Assembly.GetExportedTypes().Where(IsCommand)];

    [Test]
    public async Task A_command_that_says_nothing_or_too_little_stops_no_other()
    {
        var commands = Commands.SelectMany(type => Empty(type).Select(data => (type.Name, data))).ToList();
        var known = new HashSet<string>();
        foreach (var some in commands.Chunk(400))
        {
            var results = await Send([.. some, ("LogBodyWeight", Weight)]);
            known.UnionWith(some.Zip(results).Where(each => each.Second!["problem"]?["errors"]?["type"] is null).Select(each => each.First.Name));
            Status(results[^1]).ShouldBe("applied");
        }

        known.Count.ShouldBeGreaterThan(30);
        await ProjectionsAreTrue();
    }

    [TestCase("\"{\\\"name\\\":\\\"Push\\\"}\"")]
    [TestCase("7")]
    [TestCase("true")]
    [TestCase("[]")]
    public async Task Data_that_is_no_object_is_refused(string data)
    {
        var results = await Send([("StartWorkout", data), ("LogBodyWeight", Weight)]);
        results.Select(Status).ShouldBe(["rejected", "applied"]);
        Slug(results[0]).ShouldBe("malformed-request");
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
    }

    [TestCase("")]
    [TestCase(""","data":null""")]
    [TestCase(""","data":{}""")]
    public async Task A_command_that_needs_no_data_may_leave_it_out(string data)
    {
        var answer = await Lifter.Post("/api/events", $$"""{"commands":[{"id":"{{Guid.NewGuid()}}","type":"StartWorkout"{{data}}}]}""");
        Status(answer.Json["results"]![0]!).ShouldBe("applied");
    }

    [TestCase("""{"type":"StartWorkout"}""", "id")]
    [TestCase("""{"id":"00000000-0000-0000-0000-000000000000","type":"StartWorkout"}""", "id")]
    [TestCase("""{"id":"0197c6f0-0000-7000-8000-000000000001"}""", "type")]
    [TestCase("""{"id":"0197c6f0-0000-7000-8000-000000000001","type":"Fly"}""", "type")]
    public async Task A_command_without_id_or_type_is_refused_under_the_name_of_what_is_missing(string command, string member)
    {
        var problem = (await Lifter.Post("/api/events", $$"""{"commands":[{{command}}]}""")).Json["results"]![0]!["problem"]!;
        var (name, fault) = problem["errors"]!.AsObject().Single();
        name.ShouldBe(member);
        fault!.ToJsonString().Contains("no such command", StringComparison.Ordinal).ShouldBe(member == "type");
    }

    [Test]
    public async Task A_key_belongs_to_the_route_it_came_by_first_and_whoever_takes_another_is_told_that_it_is_done()
    {
        var (byRoute, byBatch) = (Guid.NewGuid(), Guid.NewGuid());
        (await Lifter.Post("/api/bodyweight", Weight, byRoute)).Status.ShouldBe(201);
        var again = await Lifter.Post("/api/events", $$"""{"commands":[{"id":"{{byRoute}}","type":"LogBodyWeight","data":{{Weight}}}]}""");
        Slug(again.Json["results"]![0]).ShouldBe("idempotency-key-reused");
        again.Json["results"]![0]!["problem"]!["detail"]!.GetValue<string>().ShouldContain("by another route is done already");
        await Lifter.Post("/api/events", $$"""{"commands":[{"id":"{{byBatch}}","type":"LogBodyWeight","data":{{Weight}}}]}""");
        (await Lifter.Post("/api/bodyweight", Weight, byBatch)).Slug.ShouldBe("idempotency-key-reused");
        (await Lifter.Events()).Count.ShouldBe(2);
    }

    private static bool IsCommand(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static IEnumerable<string> Empty(Type command) =>
    [
        "{}",
        .. from member in command.GetProperties()
           from value in new[] { "null", "[null]", "\"\"", "{}" }
           select $$"""{"{{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}}":{{value}}}""",
    ];

    private async Task<JsonArray> Send(IEnumerable<(string Type, string Data)> commands)
    {
        var sent = commands.Select(command => $$"""{"id":"{{Guid.NewGuid()}}","type":"{{command.Type}}","data":{{command.Data}}}""");
        var answer = await Lifter.Post("/api/events", $$"""{"commands":[{{string.Join(',', sent)}}]}""");
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json["results"]!.AsArray();
    }

    private static string Status(JsonNode? result) => result!["status"]!.GetValue<string>();

    private static string Slug(JsonNode? result) => result!["problem"]!["type"]!.GetValue<string>().Split('/')[^1];
}
