using FluentValidation;
using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Puts the exercises of the running workout into another order.</summary>
public sealed record ReorderExercises(IReadOnlyList<Guid> Order) : IWorkoutCommand<WorkoutView>;

internal sealed class ReorderExercisesValidator : AbstractValidator<ReorderExercises>
{
    public ReorderExercisesValidator() =>
        RuleFor(command => command.Order).Must(order => order?.Count <= WorkoutDecider.MostExercises).WithMessage("Name the exercises in their new order, at most 50.");
}

internal sealed class ReorderExercisesHandler(WorkoutSession session) : IRequestHandler<ReorderExercises, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(ReorderExercises command, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Reorder(workout, command.Order), cancellationToken));
    }
}
