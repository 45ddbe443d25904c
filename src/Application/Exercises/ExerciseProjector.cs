using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exercises;

/// <summary>Folds events of one's own exercises into their rows.</summary>
public sealed class ExerciseProjector(IExerciseStore own, IProjections projections) : IProjector
{
    Task IProjector.Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is ExerciseEvent ? Apply(recorded, cancellationToken) : Task.CompletedTask;

    /// <summary>Applies one event and answers the exercise after it.</summary>
    public async Task<Exercise> Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var @event = (ExerciseEvent)recorded.Event!;
        var after = @event switch
        {
            ExerciseEvent.ExerciseCreated e => new Exercise(
                e.ExerciseId, e.Name, e.Aliases, e.Equipment, e.PrimaryMuscle, e.SecondaryMuscles, e.Measure),
            ExerciseEvent.ExerciseChanged e => Changed(await Known(recorded.AccountId, e.ExerciseId, cancellationToken), e),
            ExerciseEvent.ExerciseArchived e => await Known(recorded.AccountId, e.ExerciseId, cancellationToken),
            ExerciseEvent.ExerciseUnarchived e => await Known(recorded.AccountId, e.ExerciseId, cancellationToken),
            ExerciseEvent.ExerciseMerged e => await Known(recorded.AccountId, e.ExerciseId, cancellationToken),
            ExerciseEvent.ExerciseMergeUndone e => await Known(recorded.AccountId, e.ExerciseId, cancellationToken),
        };
        var into = @event switch
        {
            ExerciseEvent.ExerciseMerged e => e.IntoId,
            ExerciseEvent.ExerciseMergeUndone => null,
            // What was merged stays merged.
            ExerciseEvent.ExerciseCreated or ExerciseEvent.ExerciseChanged or ExerciseEvent.ExerciseArchived or ExerciseEvent.ExerciseUnarchived =>
                await own.MergedInto(recorded.AccountId, after.Id, cancellationToken),
        };
        own.Store(recorded.AccountId, after, archived: @event is ExerciseEvent.ExerciseArchived || into is not null, into);
        if (@event is ExerciseEvent.ExerciseChanged { Name: { } name })
        {
            await Rename(recorded.AccountId, after.Id, name, cancellationToken);
        }

        return after;
    }

    // The running workout shows the new name at once; past ones keep what it was called then.
    private async Task Rename(Guid accountId, string exerciseId, string name, CancellationToken cancellationToken)
    {
        var workout = await projections.Load<Workout>(accountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        if (workout is { Status: WorkoutStatus.Active } && workout.Exercises.Any(entry => entry.ExerciseId == exerciseId))
        {
            var renamed = workout.Exercises.Select(entry => entry.ExerciseId == exerciseId ? entry with { Name = name } : entry);
            projections.Store(accountId, ProjectionKeys.CurrentWorkout, workout with { Exercises = [.. renamed] });
        }
    }

    private async Task<Exercise> Known(Guid accountId, string id, CancellationToken cancellationToken) =>
        await own.Find(accountId, id, cancellationToken) ?? throw new InvalidOperationException("An event came before its exercise was made.");

    private static Exercise Changed(Exercise exercise, ExerciseEvent.ExerciseChanged e) => exercise with
    {
        Name = e.Name ?? exercise.Name,
        Aliases = e.Aliases ?? exercise.Aliases,
        Equipment = e.Equipment ?? exercise.Equipment,
        PrimaryMuscle = e.PrimaryMuscle ?? exercise.PrimaryMuscle,
        SecondaryMuscles = e.SecondaryMuscles ?? exercise.SecondaryMuscles,
        Measure = e.Measure ?? exercise.Measure,
    };
}
