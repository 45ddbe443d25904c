using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Takes an exercise out of a workout, sets included; undo brings them back.</summary>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record RemoveExercise(Guid EntryId, Guid? WorkoutId = null) : IWorkoutCommand<WorkoutView>;

internal sealed class RemoveExerciseHandler(WorkoutSession session) : IRequestHandler<RemoveExercise, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(RemoveExercise command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        return workout.IsOk
            ? session.View(await session.Record(workout.Value, WorkoutDecider.RemoveExercise(workout.Value, command.EntryId), cancellationToken))
            : workout.Error;
    }
}
