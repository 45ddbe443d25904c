using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Folds a recorded workout event into every projection it touches, in the same unit of work. The rebuild calls it too.</summary>
public sealed class WorkoutProjector(IProjections projections, ICompletedWorkouts completed, ExerciseLog exerciseLog)
{
    /// <summary>Applies one event and answers the workout after it.</summary>
    public async Task<Workout> Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var @event = (WorkoutEvent)recorded.Event!;
        var latest = await projections.Load<Workout>(recorded.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        var before = @event is WorkoutStarted or WorkoutRecorded ? null
            : latest?.Id == @event.WorkoutId ? latest
            : await Past(recorded.AccountId, @event.WorkoutId, cancellationToken);

        var after = WorkoutFold.Evolve(before, @event, recorded.CommandId);
        after = await Prefill(recorded.AccountId, @event, after, cancellationToken);
        Store(recorded.AccountId, before, after, latest);
        await exerciseLog.Follow(recorded.AccountId, @event, before, after, cancellationToken);
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

    // An entry that comes to hold another exercise is shown with that exercise's last session and measured against its records.
    private async Task<Workout> Prefill(Guid accountId, WorkoutEvent @event, Workout after, CancellationToken cancellationToken)
    {
        Guid? entryId = @event switch { ExerciseAdded e => e.EntryId, ExerciseReplaced e => e.EntryId, _ => null };
        if (after.Exercises.FirstOrDefault(entry => entry.Id == entryId) is not { } entry)
        {
            return after;
        }

        var (previous, bests) = await exerciseLog.Before(accountId, entry.ExerciseId, after, cancellationToken);
        var filled = Records.Mark(entry with { Previous = previous, Bests = bests }, after.Id);
        return after with { Exercises = [.. after.Exercises.Select(other => other.Id == entry.Id ? filled : other)] };
    }
}
