using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Workouts;

/// <summary>Brings a deleted workout back into history as it was; one that stands there stays as it is.</summary>
public sealed record RestoreWorkout(Guid WorkoutId) : IWorkoutCommand<WorkoutView>;

internal sealed class RestoreWorkoutHandler(WorkoutRecorder recorder, WorkoutSession session) : IRequestHandler<RestoreWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(RestoreWorkout command, CancellationToken cancellationToken)
    {
        var restored = await recorder.Restore([command.WorkoutId], cancellationToken);
        return restored.IsOk ? session.View(restored.Value[0]) : restored.Error;
    }
}
