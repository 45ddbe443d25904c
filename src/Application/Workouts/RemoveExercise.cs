using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes an exercise out of the running workout, sets included; undo brings them back.</summary>
public sealed record RemoveExercise(Guid EntryId) : IWorkoutCommand<WorkoutView>;

internal sealed class RemoveExerciseHandler(WorkoutSession session) : IRequestHandler<RemoveExercise, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(RemoveExercise command, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.RemoveExercise(workout, command.EntryId), cancellationToken));
    }
}
