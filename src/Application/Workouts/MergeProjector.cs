using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>
/// Shows what was logged with a merged exercise as what it was merged into, in every completed workout and the one that runs; and as what it
/// was when the merge is taken back.
/// </summary>
internal sealed class MergeProjector(IProjections projections, ICompletedWorkouts completed, MergedLabels labels, ExerciseLog exerciseLog) : IProjector
{
    public async Task Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        if (recorded.Event is ExerciseEvent.ExerciseMerged merged)
        {
            var into = new ExerciseLabel(merged.IntoId, merged.IntoName, merged.Measure);
            await Relabel(recorded.AccountId, merged.ExerciseId, workout => Relabelling.Of(workout, merged.ExerciseId, into), cancellationToken);
        }
        else if (recorded.Event is ExerciseEvent.ExerciseMergeUndone undone)
        {
            // What it was merged into may have been merged on.
            var chain = await labels.Of(recorded.AccountId, undone.IntoId, cancellationToken);
            var now = chain.Count > 0 ? chain[^1].ExerciseId : undone.IntoId;
            await Relabel(recorded.AccountId, now, workout => Relabelling.Back(workout, undone.ExerciseId), cancellationToken);
        }
    }

    private async Task Relabel(Guid accountId, string exerciseId, Func<Workout, Workout> relabel, CancellationToken cancellationToken)
    {
        var ids = await completed.With(accountId, exerciseId, cancellationToken);
        await completed.Prefetch(accountId, ids, cancellationToken);
        foreach (var id in ids)
        {
            var before = (await completed.Find(accountId, id, cancellationToken))!;
            var after = relabel(before);
            if (!ReferenceEquals(before, after))
            {
                completed.Store(accountId, await exerciseLog.Follow(accountId, before, after, cancellationToken));
            }
        }

        await RelabelLatest(accountId, relabel, cancellationToken);
    }

    // What would take its commands back names what the exercise is no more.
    private async Task RelabelLatest(Guid accountId, Func<Workout, Workout> relabel, CancellationToken cancellationToken)
    {
        if (await projections.Load<Workout>(accountId, ProjectionKeys.CurrentWorkout, cancellationToken) is not { } latest
            || relabel(latest) is not { } after || ReferenceEquals(after, latest))
        {
            return;
        }

        after = after.Status switch
        {
            WorkoutStatus.Active => await Measured(accountId, latest, after, cancellationToken),
            WorkoutStatus.Completed => await completed.Find(accountId, after.Id, cancellationToken) ?? after,
            WorkoutStatus.Discarded or WorkoutStatus.Deleted => after,
        };
        projections.Store(accountId, ProjectionKeys.CurrentWorkout, after with { Undo = [], Redo = [], TakingBack = 0, PuttingBack = 0 });
    }

    // Entries that are another exercise now are measured against that one's past.
    private async Task<Workout> Measured(Guid accountId, Workout before, Workout after, CancellationToken cancellationToken)
    {
        var changed = after.Exercises.Zip(before.Exercises).Where(pair => pair.First.ExerciseId != pair.Second.ExerciseId)
            .SelectMany(pair => new[] { pair.First.ExerciseId, pair.Second.ExerciseId }).ToHashSet();
        var entries = new List<WorkoutExercise>(after.Exercises.Count);
        foreach (var entry in after.Exercises)
        {
            var turn = entries.Count(other => other.ExerciseId == entry.ExerciseId);
            var (previous, bests) = changed.Contains(entry.ExerciseId)
                ? await exerciseLog.Before(accountId, entry.ExerciseId, turn, after, cancellationToken)
                : (entry.Previous, entry.Bests);
            entries.Add(entry with { Previous = previous, Bests = bests });
        }

        return changed.Aggregate(after with { Exercises = entries }, Records.Mark);
    }
}
