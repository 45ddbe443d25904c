using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Shows what was logged with a merged exercise as what it was merged into: in every completed workout, and the one that runs.</summary>
internal sealed class MergeProjector(IProjections projections, ICompletedWorkouts completed, ExerciseLog exerciseLog) : IProjector
{
    public Task Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is ExerciseEvent.ExerciseMerged merged ? Merge(recorded.AccountId, merged, cancellationToken) : Task.CompletedTask;

    private async Task Merge(Guid accountId, ExerciseEvent.ExerciseMerged merged, CancellationToken cancellationToken)
    {
        var ids = await completed.With(accountId, merged.ExerciseId, cancellationToken);
        await completed.Prefetch(accountId, ids, cancellationToken);
        foreach (var id in ids)
        {
            var before = (await completed.Find(accountId, id, cancellationToken))!;
            var after = Relabelling.Of(before, merged.ExerciseId, merged.IntoId, merged.IntoName, merged.Measure);
            completed.Store(accountId, after);
            await exerciseLog.Follow(accountId, before, after, cancellationToken);
        }

        var latest = await projections.Load<Workout>(accountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        if (latest?.Exercises.Any(entry => entry.ExerciseId == merged.ExerciseId) == true)
        {
            await MergeLatest(accountId, latest, merged, cancellationToken);
        }
    }

    // What would take its commands back names the exercise that is no more.
    private async Task MergeLatest(Guid accountId, Workout latest, ExerciseEvent.ExerciseMerged merged, CancellationToken cancellationToken)
    {
        var after = Relabelling.Of(latest, merged.ExerciseId, merged.IntoId, merged.IntoName, merged.Measure);
        if (after.Status == WorkoutStatus.Active)
        {
            var (previous, bests) = await exerciseLog.Before(accountId, merged.IntoId, after, cancellationToken);
            after = Records.Mark(
                after with
                {
                    Exercises =
                    [
                        .. after.Exercises.Select(entry => entry.ExerciseId == merged.IntoId ? entry with { Previous = previous, Bests = bests } : entry),
                    ],
                },
                merged.IntoId);
        }

        projections.Store(accountId, ProjectionKeys.CurrentWorkout, after with { Undo = [], Redo = [], TakingBack = 0, PuttingBack = 0 });
    }
}
