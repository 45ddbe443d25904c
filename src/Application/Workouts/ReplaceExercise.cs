using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Makes an exercise of a workout another one; its sets stay.</summary>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record ReplaceExercise(Guid EntryId, string ExerciseId, Guid? WorkoutId = null) : IWorkoutCommand<WorkoutView>
{
    string? IWorkoutCommand<WorkoutView>.Needs => ExerciseId;
}

internal sealed class ReplaceExerciseValidator : AbstractValidator<ReplaceExercise>
{
    public ReplaceExerciseValidator() => RuleFor(command => command.ExerciseId).NotNull().WithMessage("Say which exercise.").ExerciseId();
}

internal sealed class ReplaceExerciseHandler(WorkoutSession session, ExerciseCatalog catalog)
    : IRequestHandler<ReplaceExercise, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(ReplaceExercise command, CancellationToken cancellationToken)
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

        var decision = WorkoutDecider.ReplaceExercise(workout.Value, command.EntryId, exercise.Value);
        return session.View(await session.Record(workout.Value, decision, cancellationToken));
    }
}
