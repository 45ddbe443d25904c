using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Hostile input on every operation that the OpenAPI document names: a new route can't be forgotten.</summary>
internal sealed class EveryRouteTests(Provider provider) : FrontDoorTest(provider)
{
    private static readonly string[] NotBodies =
        ["nope", "", "[]", "null", "7", "\"text\"", "{\"repz\":8}", "{", "{\"a\":" + new string('[', 100), "\u0000", "{}{}"];

    // What no member of any body may be, whatever its type.
    private static readonly string[] NeverValues = ["{\"$type\":\"x\"}", "[[]]", "NaN", "1e400", "\"a\\u0000b\"", "\"a\\ud800b\""];

    // What some members take and others refuse: neither may break the host.
    private static readonly string[] OddValues =
    [
        "true", "-1", "1e300", "10000", "0.00000001", "\"\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"",
        $"\"{new string('a', 5000)}\"", "\"../../etc/passwd\"", "\"'; DROP TABLE events; --\"", "\"<script>alert(1)</script>\"",
    ];

    private static readonly string[] OddIds =
        ["nope", "00000000-0000-0000-0000-000000000000", "11111111-1111-1111-1111-111111111111", "..%2f..%2fetc", "%00", "%ff", new string('a', 300)];

    [Test]
    public async Task No_operation_takes_a_body_that_is_not_its_own()
    {
        foreach (var operation in await Operations())
        {
            foreach (var body in operation.Members.Count == 0 ? [] : NotBodies)
            {
                await Refused(operation, operation.Path(OddIds[2]), body);
            }
        }

        (await Lifter.Events()).ShouldBeEmpty();
    }

    [Test]
    public async Task No_member_of_any_body_takes_what_is_no_value_at_all()
    {
        foreach (var operation in await Operations())
        {
            foreach (var body in operation.Members.SelectMany(member => NeverValues.Select(value => $"{{\"{member}\":{value}}}")))
            {
                await Refused(operation, operation.Path(OddIds[2]), body);
            }
        }

        (await Lifter.Events()).ShouldBeEmpty();
    }

    [Test]
    public async Task Odd_values_are_taken_or_refused_by_name_and_never_break_the_host()
    {
        foreach (var operation in await Operations())
        {
            foreach (var body in operation.Members.SelectMany(member => OddValues.Select(value => $"{{\"{member}\":{value}}}")).Append("{}"))
            {
                await Unbroken(operation, operation.Path(OddIds[2]), body);
            }
        }
    }

    [TestCase("/api/history?limit=1x", "limit")]
    [TestCase("/api/history?before=soon", "before")]
    [TestCase("/api/events?after=-", "after")]
    [TestCase("/api/exercises?archived=perhaps", "archived")]
    public async Task A_query_that_cannot_be_read_is_refused_by_name(string path, string name)
    {
        var answer = await Lifter.Get(path);
        (answer.Status, answer.Slug).ShouldBe((400, "validation"));
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([name]);
    }

    [Test]
    public async Task Odd_ids_and_queries_are_refused_and_never_break_the_host()
    {
        foreach (var operation in (await Operations()).Where(operation => operation.Parameters.Count > 0))
        {
            foreach (var id in OddIds)
            {
                var query = string.Join('&', operation.Queries.Select(name => $"{name}={id}"));
                await Unbroken(operation, $"{operation.Path(id)}?{query}", operation.Members.Count == 0 ? null : "{}");
            }
        }
    }

    private async Task Refused(Operation operation, string path, string body)
    {
        var answer = await Unbroken(operation, path, body);
        answer.Status.ShouldBeInRange(400, 499, $"{operation.Method} {path} {body} answered {answer.Text}");
    }

    private async Task<Answer> Unbroken(Operation operation, string path, string? body)
    {
        var answer = await Lifter.Send(new HttpMethod(operation.Method), path, body);
        answer.Status.ShouldBeLessThan(500, $"{operation.Method} {path} {body} answered {answer.Text}");
        // A target that is no target at all is refused by the server itself, before anything of ours could write a body.
        if (answer.Status >= 400 && !(answer.Status == 400 && answer.Text.Length == 0))
        {
            answer.Slug.ShouldNotBeEmpty($"{operation.Method} {path} {body} answered {answer.Text}");
        }

        return answer;
    }

    private async Task<IReadOnlyList<Operation>> Operations()
    {
        var document = (await Lifter.Get("/openapi/v1.json")).Json;
        return [.. from path in document["paths"]!.AsObject()
                   from operation in path.Value!.AsObject()
                   where operation.Key is "get" or "put" or "post" or "patch" or "delete"
                   select Operation.Of(document, path.Key, operation.Key, operation.Value!)];
    }

    private sealed record Operation(string Method, string Template, IReadOnlyList<string> Parameters, IReadOnlyList<string> Queries, IReadOnlyList<string> Members)
    {
        public static Operation Of(JsonNode document, string template, string method, JsonNode operation)
        {
            var parameters = (operation["parameters"]?.AsArray() ?? []).Select(parameter => parameter!).ToList();
            return new(
                method.ToUpperInvariant(),
                template,
                [.. parameters.Where(parameter => parameter["in"]!.GetValue<string>() != "header").Select(parameter => parameter["name"]!.GetValue<string>())],
                [.. parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "query").Select(parameter => parameter["name"]!.GetValue<string>())],
                MembersOf(document, operation["requestBody"]?["content"]?["application/json"]?["schema"]));
        }

        public string Path(string id) =>
            Parameters.Aggregate(Template, (path, name) => path.Replace($"{{{name}}}", id, StringComparison.Ordinal));

        private static IReadOnlyList<string> MembersOf(JsonNode document, JsonNode? schema) =>
            schema?["$ref"]?.GetValue<string>() is { } reference
                ? MembersOf(document, document["components"]!["schemas"]![reference.Split('/')[^1]])
                : [.. schema?["properties"]?.AsObject().Select(member => member.Key) ?? []];
    }
}
