using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Throws the running workout away; undo brings it back.</summary>
public sealed record DiscardWorkout : IWorkoutCommand<WorkoutView>;

internal sealed class DiscardWorkoutHandler(WorkoutSession session) : IRequestHandler<DiscardWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(DiscardWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Latest(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Discard(workout), cancellationToken));
    }
}
