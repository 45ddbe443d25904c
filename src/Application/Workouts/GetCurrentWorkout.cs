using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Workouts;

/// <summary>The running workout; null inside when there is none.</summary>
public sealed record GetCurrentWorkout : IQuery<CurrentWorkout>;

/// <summary>What runs, if anything.</summary>
public sealed record CurrentWorkout(ServedWorkout? Workout);

internal sealed class GetCurrentWorkoutHandler(IServedReads reads, CommandScope scope) : IRequestHandler<GetCurrentWorkout, Result<CurrentWorkout>>
{
    public async Task<Result<CurrentWorkout>> Handle(GetCurrentWorkout query, CancellationToken cancellationToken) =>
        new CurrentWorkout(await reads.Current(scope.AccountId, cancellationToken));
}
