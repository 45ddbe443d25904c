using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Corrects a set of the running or a past workout. What is left out stays; <paramref name="ExerciseId"/> moves it.</summary>
public sealed record CorrectSet(
    Guid? WorkoutId,
    Guid SetId,
    string? ExerciseId,
    Load? Load,
    Reps? Reps,
    Rpe? Rpe,
    SetKind? Kind,
    Side? Side,
    SetDuration? DurationSeconds,
    Distance? Distance,
    string? Note) : IWorkoutCommand<WorkoutView>
{
    string? IWorkoutCommand<WorkoutView>.Needs => ExerciseId;
}

internal sealed class CorrectSetValidator : AbstractValidator<CorrectSet>
{
    public CorrectSetValidator()
    {
        RuleFor(command => command.ExerciseId).ExerciseId();
        RuleFor(command => command.Note).Note();
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
            workout.Value, command.SetId, exercise?.Value, Guid.CreateVersion7(), values => Corrected(values, command));
        var after = await session.Record(workout.Value, decision, cancellationToken);
        if (after.IsOk && exercise?.Value is { } moved)
        {
            await mediator.Publish(new SetMoved(command.SetId, moved.Id), cancellationToken);
        }

        return session.View(after);
    }

    private static SetValues Corrected(SetValues values, CorrectSet command) => new(
        command.Load ?? values.Load,
        command.Reps ?? values.Reps,
        command.Rpe ?? values.Rpe,
        command.Kind ?? values.Kind,
        command.Side ?? values.Side,
        command.DurationSeconds ?? values.DurationSeconds,
        command.Distance ?? values.Distance,
        command.Note ?? values.Note);
}
