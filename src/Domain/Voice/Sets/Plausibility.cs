using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>What is asked about before it is written: values no lifter or not this lifter is likely to mean.</summary>
internal static class Plausibility
{
    private const decimal MostKilograms = 500, Jump = 1.25m;
    private const int MostReps = 100, UsualReps = 30, SureReps = 20;
    private const double SwapMargin = 1.0, BareMargin = 0.7;

    /// <summary>Why these sets have to be asked about, or null.</summary>
    public static string? Check(IReadOnlyList<VoiceCommand.LogSet> sets, VoiceContext context)
    {
        foreach (var set in sets)
        {
            if (IsTooHeavy(set.Load, set.ExerciseId, context))
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

    /// <summary>Over 500 kg, or over 1.25 times this account's best, today's sets included.</summary>
    public static bool IsTooHeavy(Load? load, string exerciseId, VoiceContext context) =>
        load is not null && (load.Kilograms > MostKilograms || (Best(exerciseId, context) is > 0 and var best && load.Kilograms > best * Jump));

    /// <summary>Whether load and reps could be the other way round; <paramref name="spelled"/> when a word says which is which.</summary>
    public static bool CouldBeSwapped(Load load, int reps, bool spelled, VoiceSet? last)
    {
        if (load.Value != decimal.Truncate(load.Value) || load.Value < 1)
        {
            return false;
        }

        if (!spelled && reps > UsualReps)
        {
            return true;
        }

        if (last is { Load: { Value: > 0 } known, Reps: > 0 and var usual } && known.Unit == load.Unit)
        {
            var said = Far(load.Value, known.Value) + Far(reps, usual);
            var swapped = Far(reps, known.Value) + Far(load.Value, usual);
            return (reps > UsualReps && reps >= load.Value) || (spelled ? swapped + SwapMargin < said : swapped < said + BareMargin);
        }

        return reps > UsualReps ? load.Value <= UsualReps || reps >= load.Value : !spelled && load.Value <= UsualReps;
    }

    /// <summary>Whether a number said alone can be the reps of a set at the last load; more can when it is told how it was done ("AMRAP 25").</summary>
    public static bool IsCountAlone(decimal count, Exercise exercise, VoiceSet? last, bool toldHow = false) => exercise.Measure is Measure.BodyweightReps && last?.Load is null
        ? count <= MostReps
        : count <= Math.Max(toldHow ? UsualReps : SureReps, 2 * (last?.Reps ?? 0)) && (last?.Load is not { } load || count < 13 || Math.Abs(load.Value - count) > count / 3);

    private static double Far(decimal a, decimal b) => Math.Abs(Math.Log((double)a / (double)b));

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
