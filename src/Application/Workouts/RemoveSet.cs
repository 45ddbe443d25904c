using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes a set away, from the running workout where no other is named.</summary>
public sealed record RemoveSet(Guid? WorkoutId, Guid SetId) : IWorkoutCommand<WorkoutView>;

internal sealed class RemoveSetHandler(WorkoutSession session) : IRequestHandler<RemoveSet, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(RemoveSet command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        return workout.IsOk
            ? session.View(await session.Record(workout.Value, WorkoutDecider.RemoveSet(workout.Value, command.SetId), cancellationToken))
            : workout.Error;
    }
}
