using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>One exercise in one workout: the sets of all its entries there, in their order.</summary>
/// <param name="TemplateId">What the workout was started from, if it was.</param>
/// <param name="Turns">How many sets each of its entries had, where it stood there more than once.</param>
public sealed record Session(
    Guid WorkoutId, DateTimeOffset StartedAt, Guid? TemplateId, Measure Measure, IReadOnlyList<WorkoutSet> Sets, IReadOnlyList<int>? Turns = null)
{
    /// <summary>What was lifted, set by set.</summary>
    public IReadOnlyList<SetValues> Lifted() => [.. Sets.Select(set => set.Values)];

    /// <summary>Where it stands in the exercise's history.</summary>
    public SessionKey Key() => new(StartedAt, WorkoutId);

    /// <summary>The exercise's session in a workout; null where it has no set there.</summary>
    public static Session? Of(Workout? workout, string exerciseId)
    {
        WorkoutExercise[] entries = [.. (workout?.Exercises ?? []).Where(entry => entry.ExerciseId == exerciseId && entry.Sets.Count > 0)];
        return entries.Length == 0
            ? null
            : new Session(
                workout!.Id, workout.StartedAt, workout.TemplateId, entries[0].Measure, [.. entries.SelectMany(entry => entry.Sets)],
                entries.Length == 1 ? null : [.. entries.Select(entry => entry.Sets.Count)]);
    }

    /// <summary>
    /// What was lifted in one of an exercise's turns within a session, from 0: the first is looked at for the first, the second for the
    /// second, the last one for any further.
    /// </summary>
    public static IReadOnlyList<SetValues> Turn(IReadOnlyList<SetValues> lifted, IReadOnlyList<int>? turns, int turn) => turns is not { Count: > 0 }
        ? lifted
        : [.. lifted.Skip(turns.Take(Math.Min(turn, turns.Count - 1)).Sum()).Take(turns[Math.Min(turn, turns.Count - 1)])];

    /// <summary>Whether the same was done in both; marks are not done, they follow.</summary>
    public static bool Same(Session? one, Session? other) =>
        ReferenceEquals(one, other)
        || (one is not null && other is not null && one.Key() == other.Key() && one.Measure == other.Measure
            && one.TemplateId == other.TemplateId && (one.Turns ?? []).SequenceEqual(other.Turns ?? [])
            && one.Sets.Count == other.Sets.Count && one.Sets.Zip(other.Sets, Same).All(same => same));

    private static bool Same(WorkoutSet one, WorkoutSet other) =>
        ReferenceEquals(one, other)
        || (one.Id == other.Id && one.Values == other.Values && one.LoggedAt == other.LoggedAt);
}

/// <summary>Sessions are ordered by when their workout began; of two at the same moment the lower id is the earlier.</summary>
public readonly record struct SessionKey(DateTimeOffset StartedAt, Guid WorkoutId)
{
    /// <summary>Whether it stands before the other.</summary>
    public bool IsBefore(SessionKey other) =>
        StartedAt == other.StartedAt ? WorkoutId.CompareTo(other.WorkoutId) < 0 : StartedAt < other.StartedAt;
}
