using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>Personal records as a pure fold over sessions in their order. Warm-ups don't count; the earlier of two equals stays.</summary>
public static partial class Records
{
    /// <summary>The kinds that one set can hold, each with its value from a set, or null where it says nothing.</summary>
    private static readonly (RecordKind Kind, Func<SetValues, Measure, decimal?> Value)[] OfOneSet =
    [
        (RecordKind.MaxLoad, LoadOf),
        (RecordKind.MaxReps, (set, _) => set.Reps?.Value),
        (RecordKind.EstimatedOneRepMax, Estimate),
        (RecordKind.MaxSetVolume, (set, _) => Volume(set) is > 0 and var volume ? volume : null),
        (RecordKind.LongestDuration, (set, _) => set.DurationSeconds?.Seconds),
        (RecordKind.LongestDistance, (set, _) => set.Distance?.Metres),
    ];

    /// <summary>Load times reps in kg, unrounded: sums of whole pounds are whole pounds. Zero without both, and for assistance.</summary>
    public static decimal Volume(SetValues set) => set is { Load.Value: > 0, Reps: { } reps } ? set.Load.Kilograms * reps.Value : 0;

    /// <summary>Load times reps of the sets that are no warm-ups, in kg.</summary>
    public static decimal Volume(IEnumerable<SetValues> sets) => sets.Where(set => set.Kind != SetKind.Warmup).Sum(Volume);

    /// <summary>A volume as it is served: to the gram.</summary>
    public static decimal ToGram(decimal volume) => decimal.Round(volume, 3);

    /// <summary>
    /// The estimated one-repetition maximum of a set, in kg. Null for a warm-up, and where the body is part of the load: its weight is not
    /// known, and without it the formula ranks wrongly.
    /// </summary>
    public static decimal? Estimate(SetValues set, Measure measure) =>
        set.Kind == SetKind.Warmup || measure is Measure.BodyweightReps or Measure.AssistedReps ? null : OneRepMax.Estimate(set.Load, set.Reps);

    /// <summary>
    /// What a load ranks by, in kg. The body alone is zero added; on an assisted exercise a load is help, whatever its sign, and less is
    /// better; a missing load on any other exercise says nothing.
    /// </summary>
    public static decimal? LoadOf(SetValues set, Measure measure) => (measure, set.Load) switch
    {
        (Measure.AssistedReps, { } help) => -Math.Abs(help.Kilograms),
        (_, { } load) => load.Kilograms,
        (Measure.BodyweightReps, null) when set.Reps is not null => 0,
        _ => null,
    };

    /// <summary>The bests after one exercise's sets of a workout were added to those before it.</summary>
    public static IReadOnlyList<PersonalRecord> After(IReadOnlyList<PersonalRecord> bests, Workout workout, string exerciseId) =>
        Session.Of(workout, exerciseId) is { } session ? After(bests, session) : bests;

    /// <summary>The bests after a session was added to those before it.</summary>
    public static IReadOnlyList<PersonalRecord> After(IReadOnlyList<PersonalRecord> bests, Session session)
    {
        foreach (var set in session.Sets)
        {
            bests = Merge(bests, Made(bests, set, session.Measure, session.WorkoutId, session.StartedAt));
        }

        return AfterAll(bests, session);
    }

    /// <summary>The bests of two stretches of history, of which one lies before the other.</summary>
    public static IReadOnlyList<PersonalRecord> Join(IReadOnlyList<PersonalRecord> earlier, IReadOnlyList<PersonalRecord> later) =>
        earlier.Count == 0 ? later : Merge(earlier, [.. later.Where(record => Beats(earlier, record))]);

    // What only the session as a whole can hold.
    private static IReadOnlyList<PersonalRecord> AfterAll(IReadOnlyList<PersonalRecord> bests, Session session) =>
        WholeSession(session) is { } whole && Beats(bests, whole) ? Merge(bests, [whole]) : bests;

    private static PersonalRecord? WholeSession(Session session)
    {
        SetValues[] sets = [.. session.Sets.Select(set => set.Values).Where(set => set.Kind != SetKind.Warmup && Volume(set) > 0)];
        WeightUnit[] units = [.. sets.Select(set => set.Load!.Unit).Distinct()];
        return sets.Length == 0
            ? null
            : new PersonalRecord(
                RecordKind.MaxSessionVolume, Volume(sets), session.WorkoutId, null, session.StartedAt, null, null, units.Length == 1 ? units[0] : null);
    }

    private static List<PersonalRecord> Made(
        IReadOnlyList<PersonalRecord> bests, WorkoutSet set, Measure measure, Guid workoutId, DateTimeOffset startedAt)
    {
        var made = new List<PersonalRecord>();
        if (set.Values.Kind == SetKind.Warmup)
        {
            return made;
        }

        foreach (var (kind, valueOf) in OfOneSet)
        {
            if (valueOf(set.Values, measure) is { } value)
            {
                var atLoad = kind == RecordKind.MaxReps ? LoadOf(set.Values, measure) : null;
                var record = new PersonalRecord(kind, value, workoutId, set.Id, startedAt, set.Values, atLoad);
                if (Beats(bests, record))
                {
                    made.Add(record);
                }
            }
        }

        return made;
    }

    private static bool Beats(IReadOnlyList<PersonalRecord> bests, PersonalRecord record)
    {
        // By index: this is asked for every set of a whole history, and an enumerator each time costs more than the answer.
        for (var i = 0; i < bests.Count; i++)
        {
            if (bests[i].Kind == record.Kind && AsGood(bests[i], record))
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<PersonalRecord> Merge(IReadOnlyList<PersonalRecord> bests, List<PersonalRecord> made) =>
        made.Count == 0
            ? bests
            : [.. bests.Where(best => !made.Any(record => record.Kind == best.Kind && AsGood(record, best))).Concat(made)
                .OrderBy(record => record.Kind).ThenByDescending(Rank)];

    // Reps count for more at a heavier load, so a best of them is beaten only in both.
    private static bool AsGood(PersonalRecord record, PersonalRecord other) => record.Value >= other.Value && Rank(record) >= Rank(other);

    private static decimal Rank(PersonalRecord record) => record.Kind == RecordKind.MaxReps ? record.AtLoad ?? decimal.MinValue : 0;
}
