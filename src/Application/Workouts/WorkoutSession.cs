using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>What the use cases of this module share: the state to decide on, and the way decided events go into log and projections.</summary>
internal sealed class WorkoutSession(
    IProjections projections, ICompletedWorkouts completed, IEventStore events, WorkoutProjector projector, ExerciseLog exerciseLog, CommandScope scope, TimeProvider clock)
{
    /// <summary>When the command happened: the client's clock where it sent one.</summary>
    public DateTimeOffset At => scope.At ?? clock.GetUtcNow();

    /// <summary>The id of an entry that a set brings in: the command's own, so that a client that is offline knows it. One breath may bring in several: the first has it.</summary>
    public Guid NewEntryId(Workout workout) =>
        workout.Exercises.Any(entry => entry.Id == scope.CommandId) ? Guid.CreateVersion7() : scope.CommandId;

    /// <summary>The workout that runs, or the last one that did.</summary>
    public Task<Workout?> Latest(CancellationToken cancellationToken) =>
        projections.Load<Workout>(scope.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken);

    /// <summary>The workout that runs, or null.</summary>
    public async Task<Workout?> Current(CancellationToken cancellationToken) =>
        await Latest(cancellationToken) is { Status: WorkoutStatus.Active } workout ? workout : null;

    /// <summary>The running workout without an id, else the running or completed one of that id.</summary>
    public async Task<Result<Workout>> Find(Guid? workoutId, CancellationToken cancellationToken)
    {
        var latest = await Latest(cancellationToken);
        return (workoutId, latest) switch
        {
            (null, { Status: WorkoutStatus.Active }) => latest,
            (null, _) => new NoActiveWorkout(),
            (_, { Status: WorkoutStatus.Active or WorkoutStatus.Completed }) when latest.Id == workoutId => latest,
            _ => await completed.Find(scope.AccountId, workoutId.Value, cancellationToken) is { } past ? past : new NotFoundError("workout"),
        };
    }

    /// <summary>Whatever stands under an id: running, completed, discarded last or deleted; null when nothing does.</summary>
    public async Task<Workout?> Known(Guid workoutId, CancellationToken cancellationToken) =>
        await Latest(cancellationToken) is { } latest && latest.Id == workoutId
            ? latest
            : await projector.Past(scope.AccountId, workoutId, cancellationToken);

    /// <summary>Fetches what <see cref="Known"/> will be asked for, in two round trips however many there are.</summary>
    public async Task Prefetch(IReadOnlyCollection<Guid> workoutIds, CancellationToken cancellationToken)
    {
        await completed.Prefetch(scope.AccountId, workoutIds, cancellationToken);
        await projections.Prefetch(
            scope.AccountId, [ProjectionKeys.CurrentWorkout, .. workoutIds.Select(ProjectionKeys.DeletedWorkout)], cancellationToken);
    }

    /// <summary>Appends what was decided, folds it into the projections and answers the workout after it, its marks as history has them.</summary>
    public async Task<Result<Workout>> Record(
        Workout? before, Result<IReadOnlyList<WorkoutEvent>> decision, CancellationToken cancellationToken)
    {
        var after = await Append(before, decision, cancellationToken);
        if (after is not { IsOk: true, Value.Status: WorkoutStatus.Completed })
        {
            return after;
        }

        await exerciseLog.Finish(cancellationToken);
        return (await Known(after.Value.Id, cancellationToken))!;
    }

    /// <summary>The same without looking at what it means for later workouts: for many at once, which look when all are in.</summary>
    public async Task<Result<Workout>> Append(
        Workout? before, Result<IReadOnlyList<WorkoutEvent>> decision, CancellationToken cancellationToken)
    {
        if (!decision.IsOk)
        {
            return decision.Error;
        }

        if (scope.ExpectedVersions is { } expected && !expected.Contains(before?.Version ?? 0))
        {
            return before is null ? new NoVersion() : new VersionConflict();
        }

        scope.ExpectedVersions = null;
        Workout? after = before;
        foreach (var recorded in events.Append(decision.Value, At))
        {
            after = await projector.Apply(recorded, cancellationToken);
        }

        return after!;
    }

    /// <summary>The workout as it is shown now, or why there is none.</summary>
    public Result<WorkoutView> View(Result<Workout> workout) => workout.IsOk ? View(workout.Value) : workout.Error;

    /// <summary>The workout as it is shown now.</summary>
    public WorkoutView View(Workout workout) => WorkoutView.Of(workout, clock.GetUtcNow());
}
