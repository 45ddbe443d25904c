using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice;

/// <summary>The context as the next part of a breath finds it.</summary>
internal static class After
{
    /// <summary>After a part; a question whose answers all lead to the same place leads there too.</summary>
    public static VoiceContext Reading(VoiceContext context, VoiceReading reading) =>
        Commands(context, reading.Commands.Count == 0 && LeadsTo(reading.Options) is not null ? reading.Options[0].Commands : reading.Commands);

    public static VoiceContext Commands(VoiceContext context, IReadOnlyList<VoiceCommand> commands)
    {
        foreach (var command in commands)
        {
            context = command switch
            {
                VoiceCommand.LogSet s => On(context, context.IndexOf(s.ExerciseId), s.ExerciseId, entry => entry with { Sets = [.. entry.Sets, Done(s)] }),
                VoiceCommand.CorrectSet c => Corrected(context, c),
                VoiceCommand.RemoveSet r => WithoutLast(context, r.ExerciseId, r.Set),
                VoiceCommand.AddExercise a => On(context, LastOf(context, a.ExerciseId), a.ExerciseId, entry => entry),
                VoiceCommand.ReplaceExercise r => On(context, context.IndexOf(r.ExerciseId), r.WithExerciseId, entry => entry with { ExerciseId = r.WithExerciseId, TargetLoad = null }),
                VoiceCommand.RemoveExercise r => LeftOut(context, r.ExerciseId),
                VoiceCommand.MakeSuperset s => Bound(context, s.ExerciseIds),
                VoiceCommand.StartWorkout w => context with { Workout = Started(context, w), FocusExerciseId = null, Between = null },
                // The last command was most likely the last set.
                VoiceCommand.Undo => context.Latest() is { } last ? WithoutLast(context, last.ExerciseId, last.Set) : context,
                VoiceCommand.SetWeightUnit u => context with { Unit = u.Unit },
                _ => context,
            };
        }

        return context;
    }

    private static string? LeadsTo(IReadOnlyList<VoiceOption> options)
    {
        string? to = null;
        foreach (var option in options)
        {
            var there = option.Commands switch
            {
                [VoiceCommand.AddExercise c] => c.ExerciseId,
                [VoiceCommand.ReplaceExercise c] => c.WithExerciseId,
                [VoiceCommand.RemoveExercise] => string.Empty,
                [VoiceCommand.CorrectSet { WithExerciseId: { } moved }] => moved,
                [VoiceCommand.Cancel] => to,
                _ => null,
            };
            if (there is null || (to is not null && there != to))
            {
                return null;
            }

            to = there;
        }

        return to;
    }

    private static VoiceSet Done(VoiceCommand.LogSet set) => new(set.Load, set.Reps, set.Rpe, set.Kind ?? SetKind.Working, set.Side, set.DurationSeconds, set.Distance);

    // The entry at a place, or a new one where that is negative, is the one in focus.
    private static VoiceContext On(VoiceContext context, int at, string exerciseId, Func<VoiceEntry, VoiceEntry> change)
    {
        var entries = context.Workout?.Entries ?? [];
        var after = new List<VoiceEntry>(entries.Count + 1);
        for (var i = 0; i < entries.Count; i++)
        {
            after.Add(i == at ? change(entries[i]) with { InFocus = true } : entries[i].InFocus ? entries[i] with { InFocus = false } : entries[i]);
        }

        if (at < 0)
        {
            after.Add(change(new VoiceEntry(exerciseId, [], InFocus: true)));
        }

        return context with { FocusExerciseId = exerciseId, Workout = new VoiceWorkout(after), Between = null };
    }

    private static int LastOf(VoiceContext context, string exerciseId)
    {
        var at = (context.Workout?.Entries.Count ?? 0) - 1;
        while (at >= 0 && context.Workout!.Entries[at].ExerciseId != exerciseId)
        {
            at--;
        }

        return at;
    }

    // Of a set in the middle the place is kept: numbers said later in the sentence mean the state before it.
    private static VoiceContext WithoutLast(VoiceContext context, string exerciseId, int set) =>
        context.Entry(exerciseId) is { } entry && set == entry.Sets.Count ? Changed(context, exerciseId, [.. entry.Sets.SkipLast(1)]) : context;

    private static VoiceContext Changed(VoiceContext context, string exerciseId, IReadOnlyList<VoiceSet> sets)
    {
        var at = context.IndexOf(exerciseId);
        return at < 0 ? context : context with { Workout = new VoiceWorkout([.. context.Workout!.Entries.Select((e, i) => i == at ? e with { Sets = sets } : e)]) };
    }

    private static VoiceContext Corrected(VoiceContext context, VoiceCommand.CorrectSet fix)
    {
        if (context.Set(fix.ExerciseId, fix.Set) is not { } was)
        {
            return context;
        }

        var now = new VoiceSet(fix.Load ?? was.Load, fix.Reps ?? was.Reps, fix.Rpe ?? was.Rpe, fix.Kind ?? was.Kind, fix.Side ?? was.Side, fix.DurationSeconds ?? was.DurationSeconds, fix.Distance ?? was.Distance);
        return fix.WithExerciseId is { } to && to != fix.ExerciseId
            ? On(WithoutLast(context, fix.ExerciseId, fix.Set), context.IndexOf(to), to, entry => entry with { Sets = [.. entry.Sets, now] })
            : Changed(context, fix.ExerciseId, [.. context.Entry(fix.ExerciseId)!.Sets.Select((set, i) => i == fix.Set - 1 ? now : set)]);
    }

    private static VoiceContext LeftOut(VoiceContext context, string exerciseId)
    {
        var at = context.IndexOf(exerciseId);
        if (at < 0)
        {
            return context;
        }

        IReadOnlyList<VoiceEntry> left = [.. context.Workout!.Entries.Where((_, i) => i != at)];
        var without = context with { Workout = new VoiceWorkout(left) };
        return exerciseId != context.FocusExerciseId ? without : without with { FocusExerciseId = null, Between = [.. left.Select(entry => entry.ExerciseId).Reverse().Distinct()] };
    }

    // The next set may be of either.
    private static VoiceContext Bound(VoiceContext context, IReadOnlyList<string> exerciseIds)
    {
        var added = exerciseIds.Where(id => context.IndexOf(id) < 0).Select(id => new VoiceEntry(id, []));
        return context with { Workout = new VoiceWorkout([.. context.Workout?.Entries ?? [], .. added]), Between = exerciseIds };
    }

    private static VoiceWorkout Started(VoiceContext context, VoiceCommand.StartWorkout start)
    {
        foreach (var template in context.Templates)
        {
            if (template.Id == start.TemplateId)
            {
                return new VoiceWorkout([.. template.ExerciseIds.Select(id => new VoiceEntry(id, []))]);
            }
        }

        return new VoiceWorkout([]);
    }
}
