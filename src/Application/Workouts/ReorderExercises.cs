using FluentValidation;
using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Puts the exercises of a workout into another order.</summary>
/// <param name="Order">The ids of all entries, each once.</param>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record ReorderExercises(IReadOnlyList<Guid> Order, Guid? WorkoutId = null) : IWorkoutCommand<WorkoutView>;

internal sealed class ReorderExercisesValidator : AbstractValidator<ReorderExercises>
{
    public ReorderExercisesValidator() =>
        RuleFor(command => command.Order).Must(order => order is { Count: <= WorkoutDecider.MostExercises })
            .WithMessage("Name every exercise of the workout exactly once.");
}

internal sealed class ReorderExercisesHandler(WorkoutSession session) : IRequestHandler<ReorderExercises, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(ReorderExercises command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        return workout.IsOk
            ? session.View(await session.Record(workout.Value, WorkoutDecider.Reorder(workout.Value, command.Order), cancellationToken))
            : workout.Error;
    }
}
