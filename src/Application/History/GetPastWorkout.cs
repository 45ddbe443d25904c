using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>One completed workout with all it held.</summary>
public sealed record GetPastWorkout(Guid WorkoutId) : IQuery<WorkoutView>;

internal sealed class GetPastWorkoutHandler(ICompletedWorkouts completed, CommandScope scope, TimeProvider clock)
    : IRequestHandler<GetPastWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(GetPastWorkout query, CancellationToken cancellationToken) =>
        await completed.Find(scope.AccountId, query.WorkoutId, cancellationToken) is { } workout
            ? WorkoutView.Of(workout, clock.GetUtcNow())
            : new NotFoundError("workout");
}
