namespace TitanTrakr.Domain.Voice;

/// <summary>The context as the next part of a breath finds it.</summary>
internal static class After
{
    public static VoiceContext Commands(VoiceContext context, IReadOnlyList<VoiceCommand> commands)
    {
        foreach (var command in commands)
        {
            context = command switch
            {
                VoiceCommand.LogSet s => Logged(context, s),
                VoiceCommand.AddExercise a => With(context, a.ExerciseId, entry => entry),
                VoiceCommand.StartWorkout w => context with { Workout = Started(context, w), FocusExerciseId = null },
                VoiceCommand.Undo => Undone(context),
                VoiceCommand.SetWeightUnit u => context with { Unit = u.Unit },
                _ => context,
            };
        }

        return context;
    }

    private static VoiceContext Logged(VoiceContext context, VoiceCommand.LogSet set) => With(context, set.ExerciseId, entry => entry with
    {
        Sets = [.. entry.Sets, new VoiceSet(set.Load, set.Reps, set.Rpe, set.Kind ?? Shared.SetKind.Working, set.Side, set.DurationSeconds, set.Distance)],
    });

    private static VoiceContext With(VoiceContext context, string exerciseId, Func<VoiceEntry, VoiceEntry> change)
    {
        IReadOnlyList<VoiceEntry> entries = context.Workout?.Entries ?? [];
        entries = context.Entry(exerciseId) is null ? [.. entries, change(new VoiceEntry(exerciseId, []))] : [.. entries.Select(e => e.ExerciseId == exerciseId ? change(e) : e)];
        return context with { FocusExerciseId = exerciseId, Workout = new VoiceWorkout(entries) };
    }

    // The last command was most likely the last set.
    private static VoiceContext Undone(VoiceContext context) => context.Latest() is { } last
        ? With(context, last.ExerciseId, entry => entry with { Sets = [.. entry.Sets.SkipLast(1)] }) : context;

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
