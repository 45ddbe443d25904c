using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>
/// Whole workouts into history, out of it and back, any number in one unit of work. The first refusal refuses all of them.
/// What they cost grows with their own number, not with what history holds.
/// </summary>
internal sealed class WorkoutRecorder(WorkoutSession session, ExerciseLog exerciseLog, CommandScope scope)
{
    /// <summary>Takes completed workouts into history; best sent oldest first, as each is measured against what stands before it.</summary>
    public async Task<Result<IReadOnlyList<Workout>>> Record(IReadOnlyList<WorkoutRecorded> workouts, CancellationToken cancellationToken)
    {
        var byId = workouts.ToLookup(workout => workout.WorkoutId);
        if (workouts.Count > byId.Count)
        {
            return new IdTaken("workout");
        }

        await PrefetchHistory(workouts.SelectMany(workout => workout.Exercises).Select(entry => entry.ExerciseId), cancellationToken);
        return await Each([.. byId.Select(same => same.Key)], (known, id) => WorkoutDecider.Record(known, byId[id].First()), cancellationToken);
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
        if (ids.Count > 1)
        {
            await PrefetchHistory(await ExercisesOf(ids, cancellationToken), cancellationToken);
        }

        var done = new List<Workout>(ids.Count);
        foreach (var id in ids)
        {
            var known = await session.Known(id, cancellationToken);
            var after = await session.Append(known, decide(known, id), cancellationToken);
            if (!after.IsOk)
            {
                return after.Error;
            }

            done.Add(after.Value);
        }

        await exerciseLog.Finish(cancellationToken);
        return await Shown(done, cancellationToken);
    }

    private async Task<Result<IReadOnlyList<Workout>>> Shown(List<Workout> done, CancellationToken cancellationToken)
    {
        for (var i = 0; i < done.Count; i++)
        {
            done[i] = (await session.Known(done[i].Id, cancellationToken))!;
        }

        return done;
    }

    private async Task<HashSet<string>> ExercisesOf(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var exerciseIds = new HashSet<string>();
        foreach (var id in ids)
        {
            exerciseIds.UnionWith((await session.Known(id, cancellationToken))?.Exercises.Select(entry => entry.ExerciseId) ?? []);
        }

        return exerciseIds;
    }

    private Task PrefetchHistory(IEnumerable<string> exerciseIds, CancellationToken cancellationToken) =>
        exerciseLog.Prefetch(scope.AccountId, [.. exerciseIds.Distinct()], cancellationToken);
}
