using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>What was trained in a stretch of time. Sums can be added and taken away again, exactly.</summary>
/// <param name="Sessions">Completed workouts.</param>
/// <param name="DurationSeconds">From start to end of each.</param>
/// <param name="VolumeKg">Load times reps, warm-ups left out.</param>
/// <param name="Sets">Hard sets by exercise: every set that is no warm-up. By exercise, so that muscles are those it trains today.</param>
public sealed record TrainingSum(int Sessions, long DurationSeconds, decimal VolumeKg, IReadOnlyDictionary<string, int> Sets)
{
    /// <summary>Every zone's offset from UTC is a whole number of these, so sums over them make any zone's days.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(15);

    /// <summary>Nothing.</summary>
    public static TrainingSum Zero { get; } = new(0, 0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));

    /// <summary>What one completed workout adds.</summary>
    public static TrainingSum Of(Workout workout)
    {
        SetCount[] counts = [.. workout.Exercises.Select(entry => new SetCount(entry.ExerciseId, entry.Sets.Count(set => set.Values.Kind != SetKind.Warmup)))];
        var seconds = (long)Math.Max(0, ((workout.CompletedAt ?? workout.StartedAt) - workout.StartedAt).TotalSeconds);
        return new TrainingSum(
            1, seconds, Records.Volume(workout.Exercises.SelectMany(entry => entry.Sets).Select(set => set.Values)), Sum(counts));
    }

    /// <summary>The slot that a workout's sum belongs to: the one it started in, in UTC.</summary>
    public static DateTimeOffset SlotOf(DateTimeOffset startedAt) => new(startedAt.UtcTicks - (startedAt.UtcTicks % Slot.Ticks), TimeSpan.Zero);

    /// <summary>Both together.</summary>
    public TrainingSum Plus(TrainingSum other) => Plus(other, 1);

    /// <summary>Without the other, which was added before.</summary>
    public TrainingSum Minus(TrainingSum other) => Plus(other, -1);

    // A decimal remembers its zeros; taking them off makes equal sums look equal.
    private TrainingSum Plus(TrainingSum other, int sign) => new(
        Sessions + (sign * other.Sessions),
        DurationSeconds + (sign * other.DurationSeconds),
        (VolumeKg + (sign * other.VolumeKg)) / 1.0000000000000000000000000000m,
        Sum(Sets.Select(Count).Concat(other.Sets.Select(sets => new SetCount(sets.Key, sign * sets.Value)))));

    private static SetCount Count(KeyValuePair<string, int> sets) => new(sets.Key, sets.Value);

    private static SortedDictionary<string, int> Sum(IEnumerable<SetCount> counts) => new(
        counts.GroupBy(count => count.ExerciseId, StringComparer.Ordinal)
            .Select(same => new SetCount(same.Key, same.Sum(count => count.Sets)))
            .Where(count => count.Sets != 0)
            .ToDictionary(count => count.ExerciseId, count => count.Sets),
        StringComparer.Ordinal);

    private readonly record struct SetCount(string ExerciseId, int Sets);
}
