namespace TitanTrakr.Domain.Voice;

/// <summary>What the grammar looks up in its context.</summary>
internal static class VoiceContextQueries
{
    public static VoiceEntry? Entry(this VoiceContext context, string? exerciseId)
    {
        foreach (var entry in context.Workout?.Entries ?? [])
        {
            if (entry.ExerciseId == exerciseId)
            {
                return entry;
            }
        }

        return null;
    }

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
