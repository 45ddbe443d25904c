using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Common;

/// <summary>Completed workouts, a row each, paged by keyset (started at, id), newest first.</summary>
public interface ICompletedWorkouts
{
    /// <summary>Fetches several in one round trip, so that finding them asks no database.</summary>
    Task Prefetch(Guid accountId, IReadOnlyCollection<Guid> workoutIds, CancellationToken cancellationToken);

    /// <summary>The workout, or null when this account has none of that id.</summary>
    Task<Workout?> Find(Guid accountId, Guid workoutId, CancellationToken cancellationToken);

    /// <summary>The ids of all that hold an exercise, in order; what this unit of work has stored counts.</summary>
    Task<IReadOnlyList<Guid>> With(Guid accountId, string exerciseId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces the row with the unit of work.</summary>
    void Store(Guid accountId, Workout workout);

    /// <summary>Takes the row away with the unit of work.</summary>
    void Remove(Guid accountId, Guid workoutId);

    /// <summary>A page of them.</summary>
    Task<IReadOnlyList<Workout>> Page(Guid accountId, HistoryFilter filter, CancellationToken cancellationToken);
}

/// <summary>Which completed workouts. The cursor pair is exclusive.</summary>
public sealed record HistoryFilter(
    DateTimeOffset? Before, DateTimeOffset? After, string? ExerciseId, DateTimeOffset? CursorStartedAt, Guid? CursorId, int Limit);
