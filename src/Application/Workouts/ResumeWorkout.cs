using MediatR;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Goes on with a completed workout; it leaves history until it is finished again.</summary>
public sealed record ResumeWorkout(Guid WorkoutId) : IWorkoutCommand<WorkoutView>;

internal sealed class ResumeWorkoutHandler(WorkoutSession session) : IRequestHandler<ResumeWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(ResumeWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Known(command.WorkoutId, cancellationToken);
        var current = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Resume(workout, current), cancellationToken));
    }
}
