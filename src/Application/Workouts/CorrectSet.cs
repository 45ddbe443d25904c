using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>
/// Corrects a set of the running or a past workout. What is left out stays, null takes it away; <paramref name="ExerciseId"/> moves it, to an
/// exercise that is added under the id of the command where it is not in the workout.
/// </summary>
/// <param name="ExerciseId">Null as left out: a set stands under an exercise.</param>
/// <param name="Kind">Null as left out: a set is of some kind.</param>
public sealed record CorrectSet(
    Guid? WorkoutId,
    Guid SetId,
    string? ExerciseId,
    Patch<Load?> Load,
    Patch<Reps?> Reps,
    Patch<Rpe?> Rpe,
    SetKind? Kind,
    Patch<Side?> Side,
    Patch<SetDuration?> DurationSeconds,
    Patch<Distance?> Distance,
    Patch<string?> Note) : IWorkoutCommand<WorkoutView>
{
    string? IWorkoutCommand<WorkoutView>.Needs => ExerciseId;
}

internal sealed class CorrectSetValidator : AbstractValidator<CorrectSet>
{
    public CorrectSetValidator()
    {
        RuleFor(command => command.ExerciseId).ExerciseId();
        RuleFor(command => command.Note.Value).Note().OverridePropertyName("note");
    }
}

/// <summary>Told to other modules within the unit of work: a set stands under another exercise now.</summary>
internal sealed record SetMoved(Guid SetId, string ExerciseId) : INotification;

internal sealed class CorrectSetHandler(WorkoutSession session, ExerciseCatalog catalog, IMediator mediator) : IRequestHandler<CorrectSet, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(CorrectSet command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        if (!workout.IsOk)
        {
            return workout.Error;
        }

        var exercise = command.ExerciseId is { } exerciseId ? await catalog.Find(exerciseId, cancellationToken) : null;
        if (exercise is { IsOk: false })
        {
            return exercise.Error;
        }

        var decision = WorkoutDecider.CorrectSet(
            workout.Value, command.SetId, exercise?.Value, session.NewEntryId(workout.Value), values => Corrected(values, command));
        var after = await session.Record(workout.Value, decision, cancellationToken);
        if (after.IsOk && exercise?.Value is { } moved)
        {
            await mediator.Publish(new SetMoved(command.SetId, moved.Id), cancellationToken);
        }

        return session.View(after);
    }

    private static SetValues Corrected(SetValues values, CorrectSet command) => new(
        command.Load.Over(values.Load),
        command.Reps.Over(values.Reps),
        command.Rpe.Over(values.Rpe),
        command.Kind ?? values.Kind,
        command.Side.Over(values.Side),
        command.DurationSeconds.Over(values.DurationSeconds),
        command.Distance.Over(values.Distance),
        command.Note.Over(values.Note));
}
