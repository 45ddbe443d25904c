using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>Personal records as a pure fold over sets in the order they were done. Warm-ups don't count; the earlier of two equals stays.</summary>
public static class Records
{
    /// <summary>The kinds that one set can hold, each with its value from a set, or null where it says nothing.</summary>
    private static readonly (RecordKind Kind, Func<SetValues, Measure, decimal?> Value)[] OfOneSet =
    [
        (RecordKind.MaxLoad, LoadOf),
        (RecordKind.MaxReps, (set, _) => set.Reps?.Value),
        (RecordKind.EstimatedOneRepMax, (set, _) => OneRepMax.Estimate(set.Load, set.Reps)),
        (RecordKind.MaxSetVolume, (set, _) => Volume(set) is > 0 and var volume ? volume : null),
        (RecordKind.LongestDuration, (set, _) => set.DurationSeconds?.Seconds),
        (RecordKind.LongestDistance, (set, _) => set.Distance?.Metres),
    ];

    /// <summary>Load times reps in kg; zero without both, and for assistance.</summary>
    public static decimal Volume(SetValues set) =>
        set is { Load.Value: > 0, Reps: { } reps } ? decimal.Round(set.Load.Kilograms * reps.Value, 3) : 0;

    /// <summary>Marks each set of the entry with the records it set against the bests before this workout and the sets before it.</summary>
    public static WorkoutExercise Mark(WorkoutExercise entry, Guid workoutId)
    {
        var bests = entry.Bests;
        var sets = new List<WorkoutSet>(entry.Sets.Count);
        foreach (var set in entry.Sets)
        {
            var made = Made(bests, set, entry.Measure, workoutId);
            bests = Merge(bests, made);
            sets.Add(set with { Records = [.. made.Select(record => record.Kind)] });
        }

        return entry with { Sets = sets };
    }

    /// <summary>The bests after one exercise's sets of a workout were added to those before it.</summary>
    public static IReadOnlyList<PersonalRecord> After(IReadOnlyList<PersonalRecord> bests, Workout workout, string exerciseId)
    {
        var volume = 0m;
        foreach (var entry in workout.Exercises.Where(entry => entry.ExerciseId == exerciseId))
        {
            foreach (var set in entry.Sets)
            {
                bests = Merge(bests, Made(bests, set, entry.Measure, workout.Id));
                volume += set.Values.Kind == Shared.SetKind.Warmup ? 0 : Volume(set.Values);
            }
        }

        var session = new PersonalRecord(RecordKind.MaxSessionVolume, volume, workout.Id, null, workout.StartedAt, null);
        return volume > 0 && Beats(bests, session) ? Merge(bests, [session]) : bests;
    }

    private static List<PersonalRecord> Made(IReadOnlyList<PersonalRecord> bests, WorkoutSet set, Measure measure, Guid workoutId)
    {
        var made = new List<PersonalRecord>();
        if (set.Values.Kind == Shared.SetKind.Warmup)
        {
            return made;
        }

        foreach (var (kind, valueOf) in OfOneSet)
        {
            if (valueOf(set.Values, measure) is { } value)
            {
                var record = new PersonalRecord(kind, value, workoutId, set.Id, set.LoggedAt, set.Values);
                if (Beats(bests, record))
                {
                    made.Add(record);
                }
            }
        }

        return made;
    }

    private static bool Beats(IReadOnlyList<PersonalRecord> bests, PersonalRecord record) =>
        bests.FirstOrDefault(best => best.Kind == record.Kind) is not { } best || record.Value > best.Value;

    private static IReadOnlyList<PersonalRecord> Merge(IReadOnlyList<PersonalRecord> bests, List<PersonalRecord> made) =>
        made.Count == 0
            ? bests
            : [.. bests.Where(best => made.All(record => record.Kind != best.Kind)).Concat(made).OrderBy(record => record.Kind)];

    // The body alone is zero added; a missing load on any other exercise says nothing.
    private static decimal? LoadOf(SetValues set, Measure measure) =>
        set.Load?.Kilograms ?? (measure == Measure.BodyweightReps && set.Reps is not null ? 0 : null);
}
