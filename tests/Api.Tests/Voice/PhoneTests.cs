using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Voice;

/// <summary>The grammar on the phone and the one on the server are one: every example in every situation, through both builds.</summary>
public sealed class PhoneTests
{
    // What the phone is not asked for: it has the workout, and its own clock.
    private static readonly string[] Compared = ["outcome", "message", "speech", "commands", "options", "events", "understoodBy", "confidence"];

    [Test]
    public async Task Both_builds_answer_every_example_alike()
    {
        var examples = await File.ReadAllLinesAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "Voice", "examples.jsonl"));
        var asked = examples.Select(line => JsonNode.Parse(line)!).Select(example => (
            Context: example["context"]!.GetValue<string>(), Said: example["utterance"]!.GetValue<string>())).ToList();
        var door = await Door.Common(Provider.Sqlite);
        var contexts = new JsonObject();
        var served = new List<JsonNode>();
        foreach (var situation in asked.GroupBy(one => one.Context))
        {
            using var lifter = await Situated.In(situation.Key, door.Server);
            contexts[situation.Key] = (await lifter.Get("/api/voice/context")).Text;
            foreach (var (_, said) in situation)
            {
                served.Add((await lifter.Post("/api/voice/interpret", new JsonObject { ["transcript"] = said }.ToJsonString())).Json);
            }
        }

        var sentences = asked.GroupBy(one => one.Context).SelectMany(one => one).ToList();
        var onThePhone = await Phone(contexts, sentences);
        onThePhone.Count.ShouldBe(served.Count);
        var different = sentences.Zip(served, onThePhone).Where(one => Short(one.Second) != Short(one.Third!))
            .Select(one => $"{one.First}\n  server {Short(one.Second)}\n  phone  {Short(one.Third!)}").ToList();
        different.ShouldBeEmpty(string.Join('\n', different.Take(5)));
    }

    private static string Short(JsonNode answer) => string.Join(' ', Compared.Select(member => Plain(answer[member])));

    // Both write numbers their own way: 80 and 80.0 are one.
    private static string Plain(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key + ":" + Plain(m.Value))) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Plain)) + "]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.GetValue<decimal>().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        null => "null",
        _ => node.ToJsonString(),
    };

    private static async Task<JsonArray> Phone(JsonObject contexts, IEnumerable<(string Context, string Said)> sentences)
    {
        var input = Path.GetTempFileName();
        var list = new JsonArray([.. sentences.Select(one => new JsonObject { ["context"] = one.Context, ["said"] = one.Said })]);
        await File.WriteAllTextAsync(input, new JsonObject { ["contexts"] = contexts, ["sentences"] = list }.ToJsonString());
        using var node = Process.Start(new ProcessStartInfo("node", [Script(), Folder(), input]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        File.Delete(input);
        node.ExitCode.ShouldBe(0, await errors);
        return JsonNode.Parse((await output).Trim().Split('\n')[^1])!.AsArray();
    }

    private static string Folder()
    {
        var built = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Script())!, "../../../src/Api/wwwroot/assets/voice"));
        Directory.Exists(built).ShouldBeTrue("The grammar for the phone is built with the Api, without SkipWeb.");
        return Directory.GetDirectories(built).ShouldHaveSingleItem();
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "phone.mjs");
}
