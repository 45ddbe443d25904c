using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes a superset apart; its exercises and their sets stay.</summary>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record BreakSuperset(Guid SupersetId, Guid? WorkoutId = null) : IWorkoutCommand<WorkoutView>;

internal sealed class BreakSupersetHandler(WorkoutSession session) : IRequestHandler<BreakSuperset, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(BreakSuperset command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        return workout.IsOk
            ? session.View(await session.Record(workout.Value, WorkoutDecider.BreakSuperset(workout.Value, command.SupersetId), cancellationToken))
            : workout.Error;
    }
}
