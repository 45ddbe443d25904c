using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Rules;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>"bench press 100 for 8" and every other way of saying that a set was done.</summary>
internal static class LogSetRule
{
    public const string Name = "sets", NumberAlone = "number alone";

    public static Candidate? Read(ReadOnlyMemory<Token> tokens, VoiceContext context)
    {
        if (!AmountWords.Speaks(tokens.Span))
        {
            return null;
        }

        var scan = new SetScan(tokens, context).Run();
        if (scan.Conflict && scan.Unknown.Count <= UnknownNames.MostWords)
        {
            return Asked("Which weight was that?");
        }

        if (scan.Items.Count == 0)
        {
            return null;
        }

        if (scan.Unknown.Count > 0)
        {
            return UnknownNames.Read(scan);
        }

        if (scan.SeveralExercises)
        {
            return Assembles(scan) ? Asked("Which exercise was that?") : null;
        }

        if (!scan.Exercise.IsNone && !scan.Exercise.IsSure)
        {
            return Assembles(scan) ? Asked("Which one?", ForEach(scan, scan.Exercise.Candidates!)) : null;
        }

        if (scan.Exercise.IsNone && context.Between is { } between)
        {
            return Assembles(scan) ? Asked("Which exercise was that?", OneEach(scan, [.. between.Select(context.Exercises.Find).OfType<Exercise>()])) with { IsApart = true } : null;
        }

        var exercise = scan.Exercise.Sure ?? (context.FocusExerciseId is { } focus ? context.Exercises.Find(focus) : null);
        return exercise is not null ? Of(scan, exercise) : Assembles(scan) ? Asked("Which exercise was that?", ForEach(scan, Home(context))) : null;
    }

    public static Candidate Asked(string question, params IReadOnlyList<VoiceOption> options) => new(Name, VoiceReading.Ask(question, options), Weights.Doubt);

    /// <summary>What was said, done on each of these.</summary>
    public static IReadOnlyList<VoiceOption> ForEach(SetScan scan, IEnumerable<Exercise> exercises)
    {
        var options = new List<VoiceOption>();
        foreach (var exercise in exercises.Distinct().Take(4))
        {
            var reading = Of(scan, exercise)?.Reading;
            options.AddRange(reading switch
            {
                { Outcome: VoiceOutcome.Understood } => [Options.Of(scan.Context, reading.Commands)],
                { Options: [var first, ..] } => [first],
                _ => [Options.Of(scan.Context, new VoiceCommand.AddExercise(exercise.Id))],
            });
        }

        return Options.AtLeastTwo(options);
    }

    // "superset bench and rows, 80 for 8 and 60 for 10": as many sets as exercises are most likely one of each.
    private static IReadOnlyList<VoiceOption> OneEach(SetScan scan, IReadOnlyList<Exercise> exercises)
    {
        var readings = exercises.Select(exercise => Of(scan, exercise)?.Reading).ToList();
        return readings.Count > 1 && readings.TrueForAll(r => r is { Outcome: VoiceOutcome.Understood } && r.Commands.Count == readings.Count)
            ? Options.AtLeastTwo([Options.Of(scan.Context, [.. readings.Select((r, i) => r!.Commands[i])]), .. ForEach(scan, exercises)]) : ForEach(scan, exercises);
    }

    public static bool Assembles(SetScan scan) =>
        SetAssembler.Assemble(scan.Items, SetPatterns.Reps) is not null || SetAssembler.Assemble(scan.Items, SetPatterns.Timed) is not null;

    private static Candidate? Of(SetScan scan, Exercise exercise)
    {
        var context = scan.Context;
        var timed = exercise.Measure is Measure.Time or Measure.LoadDistance or Measure.DistanceTime;
        var items = timed ? exercise.Measure == Measure.Time ? scan.Items.ConvertAll(Seconds) : scan.Items : scan.Items.ConvertAll(item => LoadResolver.Hung(Kilos(item), exercise));
        if (SetAssembler.Assemble(items, timed ? SetPatterns.Timed : SetPatterns.Reps) is not { Count: > 0 } drafts)
        {
            return Assembles(scan) ? Asked("How was that set measured?") : scan.Items is [.., { Code: 'G' }, _] ? Asked("How many reps was that?") with { Score = Weights.Weak } : null;
        }

        // "80 for 8, squat 100 for 5": the name in the middle is only the second set's.
        if (drafts.Count > 1 && drafts.Exists(d => d.From > 0 && scan.NameAt > 0 && scan.NameAt <= d.From && scan.NameAt >= d.From - 1) && !scan.Exercise.IsNone)
        {
            return null;
        }

        // "won" is a number only where one is looked for.
        if (scan.Tokens.Length == 1 && Numbers.NumberWords.IsSlip(scan.Tokens[0].Text))
        {
            return null;
        }

        var alone = drafts is [{ Pattern: "q", Reps: { Code: 'N' } }] && scan.Exercise.IsNone && scan.Marks.Count == 0;
        var result = new SetResolver(scan, exercise, context).Resolve(drafts);
        if (result.Question is { } question)
        {
            // What is wrong with the whole is not mended by taking it apart.
            var stays = drafts.Exists(d => d.Goal is not null || (d.Told > 0 && d.Told != drafts.Count));
            return Asked(question, result.Options ?? []) with { Score = stays ? Weights.Weak : Weights.Doubt };
        }

        // "machine row 12 at 30 a side": on both, or with one arm after the other?
        if (LoadResolver.MayHangOnSides(exercise) && scan.Items.Exists(i => i.Sided))
        {
            var both = result.Sets!.Select(s => s with { Load = s.Load is { } one && Load.IsValid(2 * one.Value) ? new Load(2 * one.Value, one.Unit) : s.Load, Side = null });
            return Asked("Which weight was that?", Options.AtLeastTwo([Options.Of(context, [.. both]), Options.Of(context, result.Sets!)]));
        }

        if (scan.Slurred)
        {
            return Asked("Is that the weight and the reps?", Options.AtLeastTwo([Options.Of(context, result.Sets!)]));
        }

        // "80 for 8 close grip": the exercise called so, or how this one was done?
        if (scan.NameAt > 0 && scan.HeardName.EndsWith(" grip", StringComparison.Ordinal) && context.FocusExerciseId is { } focus && focus != exercise.Id)
        {
            return Asked("Which exercise was that?", Options.AtLeastTwo([Options.Of(context, result.Sets!), Options.Of(context, [.. result.Sets!.Select(s => s with { ExerciseId = focus, Note = scan.HeardName })])]));
        }

        // "blink 182" is no plank.
        if (drafts is [{ Pattern: "d" }] && scan.Exercise is { IsNone: false, Score: < ExerciseMatch.Written })
        {
            return Asked("Is that right?", Options.AtLeastTwo([Options.Of(context, result.Sets!)]));
        }

        // "80 for 8, right", "80 for 8 each side": nobody benches a barbell with one arm.
        if (scan.Hedged || (exercise.Equipment is "barbell" or "smith machine" or "trap bar" && scan.Items.Exists(i => i.IsBare))
            || (LoadResolver.IsOnBar(exercise) && LoadResolver.HangsOnSides(exercise) && scan.Marks.Exists(m => m is { Kind: MarkKind.Each, Value: > 0 })))
        {
            return Asked("Is that right?", Options.AtLeastTwo([Options.Of(context, result.Sets!)])) with { Score = Weights.Weak };
        }

        var reading = context.Workout is null ? StartRules.NoWorkout(context, result.Sets!) : VoiceReading.Of(result.Sets!, Math.Min(0.97, scan.Exercise.IsNone ? 0.97 : scan.Exercise.Score));
        return new Candidate(alone ? NumberAlone : Name, reading with { HeardName = scan.Exercise is { IsNone: false, Score: < 0.97 } ? scan.HeardName : null }, alone ? Weights.Weak : Weights.Sets);
    }

    // "80k" of a lift are kilos; "60s" of a plank are seconds.
    private static Item Kilos(Item item) => item is { Code: 'M', Plural: true, LengthUnit: DistanceUnit.Km } ? item with { Code = 'L', Unit = WeightUnit.Kg, Plural = false } : item;

    private static Item Seconds(Item item) => item is { Code: 'L', Plural: true } ? item with { Code = 'D' } : item;

    private static IEnumerable<Exercise> Home(VoiceContext context) => (context.Workout?.Entries ?? []).Reverse().Select(e => context.Exercises.Find(e.ExerciseId)).OfType<Exercise>();
}
