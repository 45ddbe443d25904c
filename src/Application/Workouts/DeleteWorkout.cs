using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes a completed workout out of history; <see cref="RestoreWorkout"/> brings it back.</summary>
public sealed record DeleteWorkout(Guid WorkoutId) : IWorkoutCommand<WorkoutView>;

internal sealed class DeleteWorkoutHandler(WorkoutRecorder recorder, WorkoutSession session) : IRequestHandler<DeleteWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(DeleteWorkout command, CancellationToken cancellationToken)
    {
        var deleted = await recorder.Delete([command.WorkoutId], cancellationToken);
        return deleted.IsOk ? session.View(deleted.Value[0]) : deleted.Error;
    }
}
