namespace TitanTrakr.Domain.Voice;

/// <summary>What the grammar looks up in its context.</summary>
internal static class VoiceContextQueries
{
    /// <summary>Where an exercise stands in today's workout: where it stands twice, the one in focus, else the later one. Negative where it doesn't.</summary>
    public static int IndexOf(this VoiceContext context, string? exerciseId)
    {
        var last = -1;
        var entries = context.Workout?.Entries ?? [];
        for (var at = entries.Count - 1; at >= 0; at--)
        {
            if (entries[at].ExerciseId == exerciseId)
            {
                if (entries[at].InFocus)
                {
                    return at;
                }

                last = last < 0 ? at : last;
            }
        }

        return last;
    }

    public static VoiceEntry? Entry(this VoiceContext context, string? exerciseId) =>
        context.IndexOf(exerciseId) is var at and >= 0 ? context.Workout!.Entries[at] : null;

    /// <summary>Whether an exercise is in today's workout.</summary>
    public static bool IsHome(this VoiceContext context, string exerciseId) =>
        exerciseId == context.FocusExerciseId || context.Entry(exerciseId) is not null;

    public static VoiceSet? LastSet(this VoiceContext context, string exerciseId) =>
        context.Entry(exerciseId) is { Sets.Count: > 0 } entry ? entry.Sets[^1] : null;

    /// <summary>A set of today by its number within the exercise, from 1.</summary>
    public static VoiceSet? Set(this VoiceContext context, string exerciseId, int number) => context.Entry(exerciseId)?.Sets.ElementAtOrDefault(number - 1);

    public static VoiceSet? LastSessionSet(this VoiceContext context, string exerciseId)
    {
        var done = context.Entry(exerciseId)?.Sets.Count ?? 0;
        return context.LastSessions.GetValueOrDefault(exerciseId) is { Count: > 0 } sets && done < sets.Count ? sets[done] : null;
    }

    /// <summary>The exercise and number of the set logged last, of the focus.</summary>
    public static (string ExerciseId, int Set, VoiceSet Done)? Latest(this VoiceContext context) =>
        context.Entry(context.FocusExerciseId) is { Sets.Count: > 0 } entry ? (entry.ExerciseId, entry.Sets.Count, entry.Sets[^1]) : null;
}
