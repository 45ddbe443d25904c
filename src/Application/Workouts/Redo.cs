using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Puts back the command undone last.</summary>
public sealed record Redo : IWorkoutCommand<WorkoutView>;

internal sealed class RedoHandler(WorkoutSession session) : IRequestHandler<Redo, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(Redo command, CancellationToken cancellationToken)
    {
        var workout = await session.Latest(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Redo(workout), cancellationToken));
    }
}
