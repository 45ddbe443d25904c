using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>
/// Whole workouts into history, out of it and back, any number in one unit of work. The first refusal refuses all of them.
/// What they cost grows with their own number, not with what history holds.
/// </summary>
internal sealed class WorkoutRecorder(WorkoutSession session)
{
    /// <summary>Takes completed workouts into history; best sent oldest first, as each is measured against what stands before it.</summary>
    public Task<Result<IReadOnlyList<Workout>>> Record(IReadOnlyList<WorkoutRecorded> workouts, CancellationToken cancellationToken)
    {
        var byId = workouts.ToLookup(workout => workout.WorkoutId);
        return workouts.Count == byId.Count
            ? Each([.. byId.Select(same => same.Key)], (known, id) => WorkoutDecider.Record(known, byId[id].First()), cancellationToken)
            : Task.FromResult<Result<IReadOnlyList<Workout>>>(new IdTaken("workout"));
    }

    /// <summary>Takes completed workouts out of history.</summary>
    public Task<Result<IReadOnlyList<Workout>>> Delete(IReadOnlyList<Guid> workoutIds, CancellationToken cancellationToken) =>
        Each(workoutIds, (known, _) => WorkoutDecider.Delete(known), cancellationToken);

    /// <summary>Brings deleted workouts back; those that stand in history stay as they are.</summary>
    public Task<Result<IReadOnlyList<Workout>>> Restore(IReadOnlyList<Guid> workoutIds, CancellationToken cancellationToken) =>
        Each(workoutIds, (known, _) => WorkoutDecider.Restore(known), cancellationToken);

    private async Task<Result<IReadOnlyList<Workout>>> Each(
        IReadOnlyList<Guid> ids, Func<Workout?, Guid, Result<IReadOnlyList<WorkoutEvent>>> decide, CancellationToken cancellationToken)
    {
        await session.Prefetch(ids, cancellationToken);
        var done = new List<Workout>(ids.Count);
        foreach (var id in ids)
        {
            var known = await session.Known(id, cancellationToken);
            var after = await session.Record(known, decide(known, id), cancellationToken);
            if (!after.IsOk)
            {
                return after.Error;
            }

            done.Add(after.Value);
        }

        return done;
    }
}
