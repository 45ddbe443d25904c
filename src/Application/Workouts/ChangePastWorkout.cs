using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Changes name, note, start or end of a completed workout; what is left out stays. Its sets keep the times they were logged at.</summary>
public sealed record ChangePastWorkout(Guid WorkoutId, string? Name, string? Note, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt)
    : IWorkoutCommand<WorkoutView>;

internal sealed class ChangePastWorkoutValidator : AbstractValidator<ChangePastWorkout>
{
    public ChangePastWorkoutValidator(TimeProvider clock)
    {
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Note).Note();
        RuleFor(command => command.StartedAt).Moment(clock);
        RuleFor(command => command.CompletedAt).Moment(clock);
    }
}

internal sealed class ChangePastWorkoutHandler(WorkoutSession session) : IRequestHandler<ChangePastWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(ChangePastWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Known(command.WorkoutId, cancellationToken);
        var decision = WorkoutDecider.ChangePast(workout, command.Name, command.Note, command.StartedAt, command.CompletedAt);
        return session.View(await session.Record(workout, decision, cancellationToken));
    }
}
