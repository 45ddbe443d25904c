using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exchange;

/// <summary>Tells whether two workouts are one that came two ways.</summary>
internal static class SameWorkout
{
    // Apps round to a hundredth in either unit.
    private const decimal Rounding = 0.02m;

    /// <summary>Whether both began in the same minute and are called the same or hold the same.</summary>
    public static bool Is(Workout here, WorkoutRecorded coming) =>
        Minute(here.StartedAt) == Minute(coming.StartedAt)
        && (SameName(here.Name, coming.Name) || SameTraining(here, coming));

    /// <summary>Whether both hold the same sets of the same exercises in the same order.</summary>
    public static bool SameTraining(Workout here, WorkoutRecorded coming)
    {
        var mine = here.Exercises.SelectMany(entry => entry.Sets.Select(set => (entry.ExerciseId, set.Values))).ToList();
        var theirs = coming.Exercises.SelectMany(entry => entry.Sets.Select(set => (entry.ExerciseId, set.Values))).ToList();
        return mine.Count == theirs.Count && mine.Zip(theirs).All(pair =>
            pair.First.ExerciseId == pair.Second.ExerciseId && SameSet(pair.First.Values, pair.Second.Values));
    }

    /// <summary>The minute a moment lies in: some apps write no seconds.</summary>
    public static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static bool SameSet(SetValues a, SetValues b) =>
        a.Reps == b.Reps && a.DurationSeconds == b.DurationSeconds
        && Math.Abs((a.Load?.Kilograms ?? 0) - (b.Load?.Kilograms ?? 0)) <= Rounding;

    private static bool SameName(string? a, string? b) => a is not null && b is not null && TextFold.Key(a) == TextFold.Key(b);
}
