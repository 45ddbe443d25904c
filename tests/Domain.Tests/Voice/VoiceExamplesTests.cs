using System.Globalization;
using System.Text.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>The voice examples as one score, and the rule above all others: nothing wrong is ever written.</summary>
public sealed class VoiceExamplesTests
{
    private const double Floor = 0.97;

    [Test]
    public void The_examples_are_understood_and_nothing_wrong_is_written()
    {
        var tags = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var classes = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var (right, all, wrongWrites) = (0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Voice", "examples.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var (ok, wrote) = Score(json.RootElement);
            (right, all, wrongWrites) = (right + (ok ? 1 : 0), all + 1, wrongWrites + (wrote ? 1 : 0));
            Count(classes, json.RootElement.GetProperty("outcome").GetString()!, ok);
            foreach (var tag in json.RootElement.GetProperty("tags").EnumerateArray())
            {
                Count(tags, tag.GetString()!, ok);
            }
        }

        foreach (var (tag, (hits, count)) in tags.Concat(classes))
        {
            TestContext.Out.WriteLine($"{tag,-16} {hits}/{count}");
        }

        TestContext.Out.WriteLine($"TOTAL {right}/{all}, wrong writes {wrongWrites}");
        wrongWrites.ShouldBe(0);
        classes.Values.ShouldAllBe(c => (double)c.Right / c.All >= Floor);
    }

    private static void Count(SortedDictionary<string, (int Right, int All)> counts, string name, bool ok)
    {
        var before = counts.GetValueOrDefault(name);
        counts[name] = (before.Right + (ok ? 1 : 0), before.All + 1);
    }

    private static (bool Right, bool WrongWrite) Score(JsonElement example)
    {
        var said = example.GetProperty("utterance").GetString()!;
        var reading = VoiceGrammar.Interpret(said, [], Situations.Of(example.GetProperty("context").GetString()!));
        var got = string.Join("; ", reading.Commands.Select(Show));
        var wanted = new List<string> { Wanted(example.GetProperty("commands")) };
        if (example.TryGetProperty("accept", out var accept))
        {
            wanted.AddRange(accept.EnumerateArray().Select(Wanted));
        }

        var outcome = example.GetProperty("outcome").GetString()!;
        var sameCommands = wanted.Contains(got);
        var ok = sameCommands && reading.Outcome.ToString().Equals(outcome, StringComparison.OrdinalIgnoreCase);
        var wrote = reading.Commands.Any(c => !c.IsQuestion) && !sameCommands;
        if (!ok)
        {
            TestContext.Out.WriteLine($"{(wrote ? "WRONG WRITE " : "")}{example.GetProperty("id")} [{example.GetProperty("context")}] \"{said}\": {reading.Outcome} {got} | wanted {outcome} {wanted[0]}");
        }

        return (ok, wrote);
    }

    private static string Wanted(JsonElement commands) => string.Join("; ", commands.EnumerateArray().Select(c => c.GetProperty("type").GetString() + "("
        + string.Join(", ", c.EnumerateObject().Where(p => p.Name != "type").Select(p => $"{p.Name.ToLowerInvariant()}={Value(p.Value)}").Order(StringComparer.Ordinal)) + ")"));

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.GetProperty("value").GetDecimal().ToString("0.###", CultureInfo.InvariantCulture) + value.GetProperty("unit").GetString(),
        JsonValueKind.Array => string.Join("+", value.EnumerateArray()),
        _ => value.ToString().ToLowerInvariant(),
    };

    internal static string Show(VoiceCommand command) => command.GetType().Name + "("
        + string.Join(", ", command.GetType().GetProperties().Where(p => p.Name is not "IsQuestion" and not "EqualityContract")
            .Select(p => (p.Name, Value: p.GetValue(command))).Where(p => p.Value is not null)
            .Select(p => $"{p.Name.ToLowerInvariant()}={Text(p.Value!)}").Order(StringComparer.Ordinal)) + ")";

    private static string Text(object value) => value switch
    {
        Load l => l.Value.ToString("0.###", CultureInfo.InvariantCulture) + l.Unit.ToString().ToLowerInvariant(),
        Distance d => d.Value.ToString("0.###", CultureInfo.InvariantCulture) + d.Unit.ToString().ToLowerInvariant(),
        decimal d => d.ToString("0.###", CultureInfo.InvariantCulture),
        IEnumerable<string> ids => string.Join("+", ids),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant(),
    };
}
