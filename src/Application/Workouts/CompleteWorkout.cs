using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Finishes the running workout.</summary>
public sealed record CompleteWorkout(DateTimeOffset? CompletedAt) : IWorkoutCommand<WorkoutView>;

internal sealed class CompleteWorkoutValidator : AbstractValidator<CompleteWorkout>
{
    public CompleteWorkoutValidator(TimeProvider clock) => RuleFor(command => command.CompletedAt).Moment(clock);
}

internal sealed class CompleteWorkoutHandler(WorkoutSession session) : IRequestHandler<CompleteWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(CompleteWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Complete(workout, command.CompletedAt ?? session.At), cancellationToken));
    }
}
