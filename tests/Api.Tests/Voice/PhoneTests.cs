using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using TitanTrakr.Domain.Voice.Spoken;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Voice;

/// <summary>The grammar on the phone and the one on the server are one: every example in every situation, through both builds.</summary>
public sealed class PhoneTests
{
    // What the phone is not asked for: it has the workout, and its own clock.
    private static readonly string[] Compared = ["outcome", "message", "speech", "commands", "options", "events", "understoodBy", "confidence"];

    // What the recogniser heard first, and what was meant.
    private static readonly (string Context, string Said, string? Guess)[] Guessed =
    [
        ("bench", "a tea for ate teen", "80 for 8"), ("bench", "800 for 8", "80 for 8"), ("bench", "80 for 8", "85 for 8"), ("empty", "bent breast 100 for 8", "bench press 100 for 8"),
        ("squat", "some for seven", "same for seven"), ("plank", "plonk won thirty", "plank one thirty"),
    ];

    [Test]
    public async Task Both_builds_answer_every_example_alike()
    {
        var examples = await File.ReadAllLinesAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "Voice", "examples.jsonl"));
        var plain = examples.Select(line => JsonNode.Parse(line)!).Select(example => (
            Context: example["context"]!.GetValue<string>(), Said: example["utterance"]!.GetValue<string>())).ToList();
        // Every other one with a second guess of the recogniser: what somebody else says there.
        var asked = plain.GroupBy(one => one.Context).SelectMany(one => one.Select((sentence, i) => (
            sentence.Context, sentence.Said, Guess: i % 2 == 0 ? null : one.ElementAt(i - 1).Said))).Concat(Guessed).ToList();
        var door = await Door.Common(Provider.Sqlite);
        var contexts = new JsonObject();
        var served = new List<JsonNode>();
        foreach (var situation in asked.GroupBy(one => one.Context))
        {
            using var lifter = await Situated.In(situation.Key, door.Server);
            contexts[situation.Key] = (await lifter.Get("/api/voice/context")).Text;
            foreach (var (_, said, guess) in situation)
            {
                served.Add((await lifter.Post("/api/voice/interpret", new JsonObject { ["transcript"] = said, ["alternatives"] = Guesses(guess) }.ToJsonString())).Json);
            }
        }

        var sentences = asked.GroupBy(one => one.Context).SelectMany(one => one).ToList();
        var onThePhone = await Phone(contexts, sentences);
        onThePhone.Count.ShouldBe(served.Count);
        var different = sentences.Zip(served, onThePhone).Where(one => !IsAlike(one.Second, one.Third!))
            .Select(one => $"{one.First}\n  server {Short(one.Second, true)}\n  phone  {Short(one.Third!, true)}").ToList();
        different.ShouldBeEmpty(string.Join('\n', different.Take(5)));
    }

    private static string Short(JsonNode answer, bool words) => string.Join(' ', Compared.Where(member => words || member is not ("message" or "speech")).Select(member => Plain(answer[member])));

    // The phone has no log to look into, and says so.
    private static bool IsAlike(JsonNode server, JsonNode phone)
    {
        var words = !phone["message"]!.GetValue<string>().Contains(InterpretedReply.InTheLog.Message, StringComparison.Ordinal);
        return Short(server, words) == Short(phone, words);
    }

    private static JsonArray Guesses(string? guess) => guess is null ? [] : [guess];

    // Both write numbers their own way: 80 and 80.0 are one.
    private static string Plain(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key + ":" + Plain(m.Value))) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Plain)) + "]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.GetValue<decimal>().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        null => "null",
        _ => node.ToJsonString(),
    };

    private static async Task<JsonArray> Phone(JsonObject contexts, IEnumerable<(string Context, string Said, string? Guess)> sentences)
    {
        var input = Path.GetTempFileName();
        var list = new JsonArray([.. sentences.Select(one => new JsonObject { ["context"] = one.Context, ["said"] = one.Said, ["guesses"] = Guesses(one.Guess) })]);
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
