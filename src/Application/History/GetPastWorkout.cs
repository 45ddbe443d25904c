using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>One completed workout with all it held.</summary>
public sealed record GetPastWorkout(Guid WorkoutId) : IQuery<ServedWorkout>;

internal sealed class GetPastWorkoutHandler(IServedReads reads, CommandScope scope) : IRequestHandler<GetPastWorkout, Result<ServedWorkout>>
{
    public async Task<Result<ServedWorkout>> Handle(GetPastWorkout query, CancellationToken cancellationToken) =>
        await reads.Completed(scope.AccountId, query.WorkoutId, cancellationToken) is { } workout ? workout : new NotFoundError("workout");
}
