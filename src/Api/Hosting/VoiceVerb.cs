using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Api.Hosting;

/// <summary><c>voice explain "…"</c>: how the grammar took a sentence apart, for whoever debugs a misheard set. Needs no database.</summary>
internal static class VoiceVerb
{
    public static Command Explain()
    {
        var said = new Argument<string>("said") { Description = "The sentence, as the recogniser gave it." };
        said.Validators.Add(result => Demand(result, result.GetValue(said) is { Length: <= VoiceGrammar.MaxLength } text && !string.IsNullOrWhiteSpace(text), "A sentence is text of 1 to 500 characters."));
        var unit = new Option<string>("--unit") { Description = "The account's unit, kg or lb.", DefaultValueFactory = _ => "kg" };
        unit.AcceptOnlyFromAmong("kg", "lb");
        var sets = new Option<string[]>("--sets") { Description = "An exercise of the workout and its sets, \"bench-press=80x10,80x9\"; the last one is in focus.", DefaultValueFactory = _ => [] };
        sets.Validators.Add(result => Demand(result, (result.GetValue(sets) ?? []).All(entry => Entry(entry, WeightUnit.Kg) is not null), "Sets are an exercise's id and loads by reps: bench-press=80x10,80x9, or pull-up=8."));
        var explain = new Command("explain", "Print the words, every reading with its score, and the decision.") { said, unit, sets };
        explain.SetAction(async (parsed, _) =>
        {
            var context = Context(parsed.GetValue(unit) == "lb" ? WeightUnit.Lb : WeightUnit.Kg, parsed.GetValue(sets) ?? []);
            await Console.Out.WriteLineAsync(Text(VoiceGrammar.Explain(parsed.GetValue(said)!, context), context.Exercises));
            return 0;
        });
        return new Command("voice", "Look into how speech is understood.") { explain };
    }

    private static void Demand(SymbolResult result, bool met, string rule)
    {
        if (!met)
        {
            result.AddError(rule);
        }
    }

    private static VoiceContext Context(WeightUnit unit, IReadOnlyList<string> sets)
    {
        var entries = sets.Select(text => Entry(text, unit)!).ToList();
        return new VoiceContext(new ExerciseIndex(ExerciseLibrary.All))
        {
            Unit = unit,
            Workout = new VoiceWorkout(entries),
            FocusExerciseId = entries.Count > 0 ? entries[^1].ExerciseId : null,
        };
    }

    // Null where it is none.
    private static VoiceEntry? Entry(string text, WeightUnit unit)
    {
        var parts = text.Split('=', 2);
        IReadOnlyList<VoiceSet?> sets = parts.Length < 2 ? [] : [.. parts[1].Split(',').Select(set => Set(set, unit))];
        return ExerciseLibrary.Find(parts[0]) is null || sets.Contains(null) ? null : new VoiceEntry(parts[0], [.. sets.OfType<VoiceSet>()]);
    }

    private static VoiceSet? Set(string text, WeightUnit unit)
    {
        var parts = text.Split('x');
        return !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var reps) || !Reps.IsValid(reps) ? null
            : parts.Length == 1 ? new VoiceSet(null, reps)
            : parts.Length == 2 && decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var load) && Load.IsValid(load) ? new VoiceSet(new Load(load, unit), reps)
            : null;
    }

    private static string Text(VoiceExplanation explained, ExerciseIndex exercises)
    {
        var lines = new List<string> { "words     " + string.Join(" · ", explained.Tokens) };
        lines.AddRange(explained.Candidates.Select(c => string.Create(CultureInfo.InvariantCulture, $"reading   {c.Score:0.000}  {c.Rule,-20} \"{c.Words}\": {Meaning(c.Reading, exercises)}")));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"decision  {Meaning(explained.Decision, exercises)} (confidence {explained.Decision.Confidence:0.00})"));
        lines.AddRange(explained.Decision.Options.Select((o, i) => $"  option {i + 1}: {o.Label}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"cost      {explained.WordsRead} words read over all tries"));
        return string.Join('\n', lines);
    }

    private static string Meaning(VoiceReading reading, ExerciseIndex exercises) => reading.Outcome + (reading.Commands.Count > 0
        ? ": " + string.Join("; ", reading.Commands.Select(c => c.GetType().Name + " " + VoiceLabels.Label(c, exercises))) : reading.Message.Length > 0 ? ": " + reading.Message : string.Empty);
}
