using System.Text.Json.Nodes;

namespace TitanTrakr.Api.Tests;

/// <summary>Every operation that the OpenAPI document describes, called with somebody else's ids.</summary>
/// <param name="IsOpen">Whether it needs no token.</param>
internal sealed record Operation(string Method, string Path, JsonNode Description, bool IsOpen)
{
    public bool NamesSomething => Path.Contains('{', StringComparison.Ordinal);

    public static IReadOnlyList<Operation> All(JsonNode document) =>
        [.. from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            let security = operation.Value!["security"]?.AsArray()
            select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!, security is [JsonObject { Count: 0 }])];

    /// <summary>The schema of its JSON body, or null.</summary>
    public JsonNode? Body => Description["requestBody"]?["content"]?["application/json"]?["schema"];

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Fills paths, queries and bodies with one account's ids.</summary>
/// <param name="ids">By the name of the parameter or member.</param>
internal sealed class Trespass(JsonNode document, IReadOnlyDictionary<string, string> ids)
{
    public string Target(Operation operation)
    {
        var parameters = operation.Description["parameters"]?.AsArray().Select(parameter => parameter!).ToList() ?? [];
        var path = parameters.Where(parameter => In(parameter) == "path")
            .Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{Name(parameter)}}}", IdOf(operation.Path, Name(parameter)), StringComparison.Ordinal));
        var query = parameters.Where(parameter => In(parameter) == "query" && ids.ContainsKey(Name(parameter)))
            .Select(parameter => $"{Name(parameter)}={Uri.EscapeDataString(ids[Name(parameter)])}");
        return path + "?" + string.Join('&', query);
    }

    /// <summary>A body with every member that the schema has, ids being the account's.</summary>
    public JsonObject? Body(Operation operation) => operation.Body is { } schema ? Fill("", schema, 0) as JsonObject : null;

    private JsonNode? Fill(string name, JsonNode schema, int depth)
    {
        schema = Resolve(schema);
        if (ids.TryGetValue(name, out var id))
        {
            return id;
        }

        if (schema["enum"] is JsonArray { Count: > 0 } values)
        {
            return values[0]!.DeepClone();
        }

        var type = schema["type"] is JsonArray types ? types.Select(t => t!.GetValue<string>()).First(t => t != "null") : schema["type"]?.GetValue<string>();
        return type switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? []).Where(_ => depth < 6)
                .Select(member => KeyValuePair.Create(member.Key, Fill(member.Key, member.Value!, depth + 1)))),
            "array" => depth < 6 && schema["items"] is { } items ? new JsonArray(Fill(name.TrimEnd('s'), items, depth + 1)) : [],
            "integer" or "number" => 5,
            "boolean" => true,
            _ => schema["format"]?.GetValue<string>() switch
            {
                "uuid" => Guid.CreateVersion7().ToString(),
                "date-time" => DateTimeOffset.UtcNow.ToString("O"),
                _ => "squat",
            },
        };
    }

    private JsonNode Resolve(JsonNode schema)
    {
        while (true)
        {
            if (schema["$ref"]?.GetValue<string>() is { } reference)
            {
                schema = reference.Split('/')[1..].Aggregate(document, (node, part) => node[part]!);
            }
            else if ((schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"]) is JsonArray choices)
            {
                schema = choices.First(choice => choice!["type"]?.ToJsonString() != "\"null\"")!;
            }
            else
            {
                return schema;
            }
        }
    }

    // One name may mean two things: "bodyweight/entryId" comes before "entryId".
    private string IdOf(string path, string name)
    {
        var qualified = $"{path.Split($"/{{{name}}}")[0].Split('/')[^1]}/{name}";
        return ids.TryGetValue(qualified, out var own) || ids.TryGetValue(name, out own) ? own
            : throw new InvalidOperationException($"Tell this test an id that another account has for {qualified} of {path}.");
    }

    private static string In(JsonNode parameter) => parameter["in"]!.GetValue<string>();

    private static string Name(JsonNode parameter) => parameter["name"]!.GetValue<string>();
}
