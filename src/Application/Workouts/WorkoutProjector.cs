using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Folds a recorded workout event into every projection it touches, in the same unit of work.</summary>
public sealed class WorkoutProjector(IProjections projections, ICompletedWorkouts completed, MergedLabels relabelling, ExerciseLog exerciseLog)
    : IProjector
{
    Task IProjector.Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is WorkoutEvent ? Apply(recorded, cancellationToken) : Task.CompletedTask;

    /// <summary>Applies one event and answers the workout after it.</summary>
    public async Task<Workout> Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var @event = (WorkoutEvent)recorded.Event!;
        var latest = await projections.Load<Workout>(recorded.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        var before = @event is WorkoutStarted or WorkoutRecorded ? null
            : latest?.Id == @event.WorkoutId ? latest
            : await Past(recorded.AccountId, @event.WorkoutId, cancellationToken);

        var folded = WorkoutFold.Evolve(before, @event, recorded.CommandId);
        var after = BringsBack(@event) ? await relabelling.Now(recorded.AccountId, folded, cancellationToken) : folded;
        after = await Prefill(recorded.AccountId, @event, folded, after, cancellationToken);
        after = await exerciseLog.Follow(recorded.AccountId, before, after.Status == WorkoutStatus.Deleted ? Records.Unmarked(after) : after, cancellationToken);
        Store(recorded.AccountId, before, after, latest);
        return after;
    }

    /// <summary>A workout that is not the latest: completed, or deleted; null when there is none.</summary>
    public async Task<Workout?> Past(Guid accountId, Guid workoutId, CancellationToken cancellationToken) =>
        await completed.Find(accountId, workoutId, cancellationToken)
        ?? await projections.Load<Workout>(accountId, ProjectionKeys.DeletedWorkout(workoutId), cancellationToken);

    private void Store(Guid accountId, Workout? before, Workout after, Workout? latest)
    {
        if (latest?.Id == after.Id || after.Status == WorkoutStatus.Active)
        {
            projections.Store(accountId, ProjectionKeys.CurrentWorkout, after);
        }

        // What is past is taken back by routes of its own, whatever was done since.
        var past = after with { Undo = [], Redo = [], TakingBack = 0, PuttingBack = 0 };
        if (after.Status == WorkoutStatus.Completed)
        {
            completed.Store(accountId, past);
        }
        else if (before?.Status == WorkoutStatus.Completed)
        {
            completed.Remove(accountId, after.Id);
        }

        if (after.Status == WorkoutStatus.Deleted || before?.Status == WorkoutStatus.Deleted)
        {
            projections.Store(accountId, ProjectionKeys.DeletedWorkout(after.Id), after.Status == WorkoutStatus.Deleted ? past : null);
        }
    }

    // What was away while exercises were merged, or merges taken back, names what they were then.
    private static bool BringsBack(WorkoutEvent @event) => @event is WorkoutRestored or ExerciseRestored or ExerciseReplaced;

    // An entry that comes to hold another exercise is shown with that exercise's last session and measured against its records; in a
    // workout that is past already, those of its time.
    private async Task<Workout> Prefill(Guid accountId, WorkoutEvent @event, Workout folded, Workout after, CancellationToken cancellationToken)
    {
        Guid? entryId = @event switch
        {
            ExerciseAdded e => e.EntryId,
            ExerciseReplaced e => e.EntryId,
            ExerciseRestored e when !ReferenceEquals(folded, after) => e.Entry.Id,
            _ => null,
        };
        foreach (var entry in after.Exercises.Where(entry => entry.Id == entryId || @event is WorkoutRecorded))
        {
            var turn = after.Exercises.TakeWhile(other => other.Id != entry.Id).Count(other => other.ExerciseId == entry.ExerciseId);
            var (previous, bests) = await exerciseLog.Before(accountId, entry.ExerciseId, turn, after, cancellationToken);
            var filled = entry with { Previous = Given(@event, entry.Id) ?? previous, Bests = bests };
            after = after with { Exercises = [.. after.Exercises.Select(other => other.Id == entry.Id ? filled : other)] };
        }

        return folded.Exercises.Concat(after.Exercises).Where(entry => entry.Id == entryId || @event is WorkoutRecorded)
            .Select(entry => entry.ExerciseId).Distinct().Aggregate(after, Records.Mark);
    }

    // What came in with what it had shown goes on showing it.
    private static IReadOnlyList<SetValues>? Given(WorkoutEvent @event, Guid entryId) =>
        (@event as WorkoutRecorded)?.Exercises.First(entry => entry.EntryId == entryId).Previous;
}
