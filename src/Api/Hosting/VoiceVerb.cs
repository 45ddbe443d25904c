using System.CommandLine;
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
        var unit = new Option<string>("--unit") { Description = "The account's unit, kg or lb.", DefaultValueFactory = _ => "kg" };
        var sets = new Option<string[]>("--sets") { Description = "An exercise of the workout and its sets, \"bench-press=80x10,80x9\"; the last one is in focus.", DefaultValueFactory = _ => [] };
        var explain = new Command("explain", "Print the words, every reading with its score, and the decision.") { said, unit, sets };
        explain.SetAction(async (parsed, _) =>
        {
            var context = Context(parsed.GetValue(unit) == "lb" ? WeightUnit.Lb : WeightUnit.Kg, parsed.GetValue(sets) ?? []);
            await Console.Out.WriteLineAsync(Text(VoiceGrammar.Explain(parsed.GetValue(said) ?? string.Empty, context), context.Exercises));
            return 0;
        });
        return new Command("voice", "Look into how speech is understood.") { explain };
    }

    private static VoiceContext Context(WeightUnit unit, IReadOnlyList<string> sets)
    {
        var entries = sets.Select(s => s.Split('=', 2)).Select(p => new VoiceEntry(p[0], p.Length < 2 ? [] : [.. p[1].Split(',').Select(s => Set(s, unit))])).ToList();
        return new VoiceContext(new ExerciseIndex(ExerciseLibrary.All))
        {
            Unit = unit,
            Workout = new VoiceWorkout(entries),
            FocusExerciseId = entries.Count > 0 ? entries[^1].ExerciseId : null,
        };
    }

    private static VoiceSet Set(string text, WeightUnit unit) => text.Split('x') switch
    {
        [var load, var reps] when load.Length > 0 => new VoiceSet(new Load(decimal.Parse(load, CultureInfo.InvariantCulture), unit), int.Parse(reps, CultureInfo.InvariantCulture)),
        var parts => new VoiceSet(null, int.Parse(parts[^1], CultureInfo.InvariantCulture)),
    };

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
