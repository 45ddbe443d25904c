using System.Text.Json.Nodes;

namespace TitanTrakr.Api.Tests.Templates;

/// <summary>Bodies of templates, and a lifter who trains from them.</summary>
internal static class Plans
{
    private const string Bench =
        """{"exerciseId":"bench-press","target":{"sets":3,"reps":{"min":8,"max":10},"load":{"value":80,"unit":"kg"},"restSeconds":120},"progress":{"add":{"value":2.5,"unit":"kg"}}}""";

    /// <summary>A bench press that progresses, and a superset.</summary>
    public static string Push(Guid? id = null) => $$"""
        {"id":"{{id ?? Guid.NewGuid()}}","name":"Push day","note":"Deload every fourth week","exercises":[{{Bench}},
        {"exerciseId":"chest-dip","supersetId":"{{Guid.Empty.ToString()[..^1]}}1","note":"Elbows in"},
        {"exerciseId":"lateral-raise","supersetId":"{{Guid.Empty.ToString()[..^1]}}1"}]}
        """;

    /// <summary>A batch of commands: type and data, type and data.</summary>
    public static string Queue(params string[] typesAndData) => new JsonObject
    {
        ["commands"] = new JsonArray([.. typesAndData.Chunk(2).Select(command => new JsonObject
        {
            ["id"] = Guid.NewGuid(),
            ["type"] = command[0],
            ["data"] = JsonNode.Parse(command[1]),
        })]),
    }.ToJsonString();

    /// <summary>Saves it and answers its id.</summary>
    public static async Task<string> Save(this Lifter lifter, string template)
    {
        var saved = await lifter.Post("/api/templates", template);
        saved.Status.ShouldBe(201, saved.Text);
        return saved.Json["id"]!.GetValue<string>();
    }

    /// <summary>Starts from the template, does its first exercise and finishes; answers that exercise as it stood at the start.</summary>
    public static async Task<JsonNode> Train(this Lifter lifter, string templateId, decimal load, params int[] reps)
    {
        var started = await lifter.Post($"/api/templates/{templateId}/start");
        started.Status.ShouldBe(201, started.Text);
        foreach (var count in reps)
        {
            (await lifter.Post("/api/workouts/current/sets", $$"""{"reps":{{count}},"load":{"value":{{load.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"unit":"kg"} }""")).Status.ShouldBe(201);
        }

        (await lifter.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        return started.Json["exercises"]![0]!;
    }
}
