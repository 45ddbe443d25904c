using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>What is asked about before it is written: values no lifter or not this lifter is likely to mean.</summary>
internal static class Plausibility
{
    private const decimal MostKilograms = 500, Jump = 1.25m;
    private const int MostReps = 100, UsualReps = 30;

    public static string? Check(List<VoiceCommand.LogSet> sets, Exercise exercise, VoiceContext context)
    {
        var best = Best(exercise.Id, context);
        foreach (var set in sets)
        {
            if (set.Load?.Kilograms > MostKilograms || (best > 0 && set.Load?.Kilograms > best * Jump))
            {
                return "That is a lot more than before. Is the weight right?";
            }

            if (set.Reps > MostReps)
            {
                return "That is a lot of reps. Is that right?";
            }

            if (set.Rpe is { } rpe && !Rpe.IsValid(rpe))
            {
                return Rpe.Rule;
            }
        }

        return null;
    }

    /// <summary>Whether "12 10" could be reps and load the other way round.</summary>
    public static bool CouldBeSwapped(Load load, int reps, bool noConnector, VoiceSet? last)
    {
        if (reps > UsualReps)
        {
            return load.Value <= UsualReps || reps >= load.Value;
        }

        if (!noConnector || load.Value > UsualReps || load.Value != decimal.Truncate(load.Value) || load.Value < 1)
        {
            return false;
        }

        return last?.Load is not { } known || known.Value <= 0 || load.Value < known.Value / 2 || reps >= known.Value / 2;
    }

    private static decimal Best(string id, VoiceContext context)
    {
        var best = context.BestKilograms.GetValueOrDefault(id);
        foreach (var entry in context.Workout?.Entries ?? [])
        {
            foreach (var set in entry.ExerciseId == id ? entry.Sets : [])
            {
                best = Math.Max(best, set.Load?.Kilograms ?? 0);
            }
        }

        return best;
    }
}
