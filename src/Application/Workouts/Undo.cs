using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes back the last command on the workout that runs or ran last.</summary>
/// <param name="CommandId">The id of the command that is meant, its Idempotency-Key: where another was the last, nothing is taken back. Left out, whichever it was.</param>
public sealed record Undo(Guid? CommandId = null) : IWorkoutCommand<WorkoutView>;

internal sealed class UndoHandler(WorkoutSession session) : IRequestHandler<Undo, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(Undo command, CancellationToken cancellationToken)
    {
        var workout = await session.Latest(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Undo(workout, command.CommandId), cancellationToken));
    }
}
