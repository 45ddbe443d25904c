using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>What is asked about a set, with the readings as answers, the likeliest first.</summary>
internal sealed class SetQuestions(Exercise exercise, VoiceContext context)
{
    private const int UsualReps = 8;

    /// <summary>A load without reps: those of last time at that load come first.</summary>
    public SetResult HowMany(Load? load, VoiceSet? last)
    {
        var counts = new List<int?>
        {
            Doing(context.Entry(exercise.Id)?.Sets, load), Doing(context.LastSessions.GetValueOrDefault(exercise.Id), load), last?.Reps, context.LastSessionSet(exercise.Id)?.Reps,
            context.Entry(exercise.Id)?.TargetReps, last?.Reps - 1, last?.Reps + 1, last is null ? UsualReps : null, last is null ? UsualReps + 2 : null,
        };
        return SetResult.Ask("How many reps?", Options.AtLeastTwo([.. counts.Where(c => c > 0).Distinct().Take(3).Select(c => Option(new(exercise.Id, load, c)))]));
    }

    public SetResult Repeated(int count, VoiceSet? last) => SetResult.Ask("A new set, or what should be changed?",
        last is null ? null : Options.AtLeastTwo([Option(new(exercise.Id, last.Load, count)), .. Correction(count)]));

    public SetResult LoadOrReps(decimal count, VoiceSet? last)
    {
        var options = new List<VoiceOption>();
        if (Load.IsValid(count) && last?.Reps is { } reps)
        {
            options.Add(Option(new(exercise.Id, new Load(count, last.Load?.Unit ?? context.Unit), reps)));
        }

        if (count == decimal.Truncate(count) && count <= 100 && last is not null)
        {
            options.Add(Option(new(exercise.Id, last.Load, (int)count)));
        }

        return SetResult.Ask("Is that the weight or the reps?", Options.AtLeastTwo(options));
    }

    /// <summary>"8, 7 at 85": both at that load, or the first still at the one before?</summary>
    public SetResult OneLoadOrTwo(IReadOnlyList<VoiceCommand.LogSet> sets, Load? before) => SetResult.Ask("Which weight was that?", Options.AtLeastTwo(
        [Options.Of(context, [.. sets]), .. before is null ? [] : new[] { Options.Of(context, [sets[0] with { Load = before }, .. sets.Skip(1)]) }]));

    /// <summary>"8 at 85, got 6": the reps that were got come first.</summary>
    public SetResult MeantOrGot(Load load, int meant, int got) =>
        SetResult.Ask("How many reps was that?", Options.AtLeastTwo([.. new[] { got, meant }.Distinct().Select(reps => Option(new(exercise.Id, load, reps)))]));

    public SetResult WhichIsWhich(Load load, int count)
    {
        var first = new VoiceCommand.LogSet(exercise.Id, load, count);
        var second = new VoiceCommand.LogSet(exercise.Id, new Load(count, load.Unit), (int)load.Value);
        return SetResult.Ask("Which is the weight and which the reps?", load.Value > 100 ? Options.AtLeastTwo([Option(first)])
            : count > load.Value ? [Option(second), Option(first)] : [Option(first), Option(second)]);
    }

    public SetResult SetsOrLoad(int sets, int count, Load load, VoiceSet? last) => SetResult.Ask("Is that the sets or the weight?", Options.AtLeastTwo(
        [.. last is null ? [] : new[] { Options.Of(context, [.. Enumerable.Repeat(new VoiceCommand.LogSet(exercise.Id, last.Load, count), sets)]) }, Option(new(exercise.Id, load, count))]));

    public SetResult SetsOrReps(Load load, int sets, int count) => SetResult.Ask("Which are the sets and which the reps?",
        [Options.Of(context, [.. Enumerable.Repeat(new VoiceCommand.LogSet(exercise.Id, load, sets), count)]), Options.Of(context, [.. Enumerable.Repeat(new VoiceCommand.LogSet(exercise.Id, load, count), sets)])]);

    public SetResult WeightOrEffort(Load before, Load said, int count) =>
        SetResult.Ask("Is that the weight or the effort?", [Option(new(exercise.Id, before, count, said.Value)), Option(new(exercise.Id, said, count))]);

    public SetResult WhichTime(params IReadOnlyList<int> seconds) =>
        SetResult.Ask("Minutes and seconds, or seconds?", [.. seconds.Select(s => Option(new(exercise.Id, DurationSeconds: s)))]);

    public SetResult HiddenFor(Load load, int count) => SetResult.Ask("Which weight was that?",
        [Option(new(exercise.Id, new Load(load.Value - 4, load.Unit), count)), Option(new(exercise.Id, load, count))]);

    public SetResult WhichWeight(int count)
    {
        var before = context.LastSessions.GetValueOrDefault(exercise.Id) ?? [];
        return SetResult.Ask("With which weight?", Options.AtLeastTwo([.. before.Select(s => s.Load).Append(context.Entry(exercise.Id)?.TargetLoad)
            .Where(l => l is not null).Distinct().Take(3).Select(l => Option(new(exercise.Id, l, count)))]));
    }

    /// <summary>As it was said, and what a slip could have made of it.</summary>
    public SetResult Doubtful(string why, IReadOnlyList<VoiceCommand.LogSet> sets)
    {
        if (sets.Any(s => s.Rpe is { } rpe && !Rpe.IsValid(rpe)))
        {
            IReadOnlyList<VoiceCommand> without = [.. sets.Select(s => s.Rpe is { } rpe && !Rpe.IsValid(rpe) ? s with { Rpe = null } : s)];
            return SetResult.Ask(why, Options.AtLeastTwo([new VoiceOption(VoiceLabels.Label(without, context.Exercises) + " without RPE", without)]));
        }

        var options = new List<VoiceOption> { Options.Of(context, [.. sets]) };
        if (sets is [{ Load: { Unit: WeightUnit.Kg } load } set] && !Plausibility.IsTooHeavy(new Load(load.Value, WeightUnit.Lb), exercise.Id, context))
        {
            options.Add(Option(set with { Load = new Load(load.Value, WeightUnit.Lb) }));
        }

        return SetResult.Ask(why, Options.AtLeastTwo(options));
    }

    /// <summary>The options of a question with the rest of what was said about the set.</summary>
    public SetResult Dressed(SetResult asked, Func<VoiceCommand.LogSet, SetDraft, VoiceCommand.LogSet> dress, SetDraft draft) => asked with
    {
        Options = [.. (asked.Options ?? []).Select(o => o.Commands.All(c => c is VoiceCommand.LogSet)
            ? Options.Of(context, [.. o.Commands.Cast<VoiceCommand.LogSet>().SelectMany(c => Enumerable.Repeat<VoiceCommand>(dress(c, draft), draft.EitherWay ? 1 : draft.Count))]) : o)],
    };

    private IEnumerable<VoiceOption> Correction(int count) => context.Latest() is { } latest && latest.ExerciseId == exercise.Id
        ? [Options.Of(context, new VoiceCommand.CorrectSet(latest.ExerciseId, latest.Set, Reps: count))] : [];

    private VoiceOption Option(VoiceCommand.LogSet set) => Options.Of(context, set);

    private static int? Doing(IReadOnlyList<VoiceSet>? sets, Load? load) => sets?.LastOrDefault(s => s.Load == load)?.Reps;
}
