using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Adds an exercise to a workout, at the end and in focus.</summary>
/// <param name="Id">The entry's id, if the client makes it.</param>
/// <param name="Focus">Only move the focus when the exercise is there already.</param>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record AddExercise(Guid? Id, string ExerciseId, Guid? SupersetId, bool Focus = false, Guid? WorkoutId = null) : IWorkoutCommand<WorkoutView>
{
    string? IWorkoutCommand<WorkoutView>.Needs => ExerciseId;
}

internal sealed class AddExerciseValidator : AbstractValidator<AddExercise>
{
    public AddExerciseValidator()
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.ExerciseId).NotNull().WithMessage("Say which exercise.").ExerciseId();
        RuleFor(command => command.SupersetId).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
    }
}

internal sealed class AddExerciseHandler(WorkoutSession session, ExerciseCatalog catalog) : IRequestHandler<AddExercise, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(AddExercise command, CancellationToken cancellationToken)
    {
        var exercise = await catalog.Find(command.ExerciseId, cancellationToken);
        if (!exercise.IsOk)
        {
            return exercise.Error;
        }

        var workout = await session.Find(command.WorkoutId, cancellationToken);
        if (!workout.IsOk)
        {
            return workout.Error;
        }

        var entryId = command.Id ?? Guid.CreateVersion7();
        var decision = command.Focus
            ? WorkoutDecider.Focus(workout.Value, entryId, exercise.Value)
            : WorkoutDecider.AddExercise(workout.Value, entryId, exercise.Value, command.SupersetId, null);
        return session.View(await session.Record(workout.Value, decision, cancellationToken));
    }
}
