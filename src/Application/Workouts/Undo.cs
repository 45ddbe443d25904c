using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes back the last command on the workout that runs or ran last.</summary>
public sealed record Undo : IWorkoutCommand<WorkoutView>;

internal sealed class UndoHandler(WorkoutSession session) : IRequestHandler<Undo, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(Undo command, CancellationToken cancellationToken)
    {
        var workout = await session.Latest(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Undo(workout), cancellationToken));
    }
}
