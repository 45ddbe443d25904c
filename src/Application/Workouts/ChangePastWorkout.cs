using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Changes name, note, start or end of a completed workout; what is left out stays, and null takes a name or a note away. Its sets keep the times they were logged at.</summary>
public sealed record ChangePastWorkout(
    Guid WorkoutId, Patch<string?> Name, Patch<string?> Note, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt) : IWorkoutCommand<WorkoutView>;

internal sealed class ChangePastWorkoutValidator : AbstractValidator<ChangePastWorkout>
{
    public ChangePastWorkoutValidator(TimeProvider clock)
    {
        RuleFor(command => command.Name.Value).Name().OverridePropertyName("name");
        RuleFor(command => command.Note.Value).Note().OverridePropertyName("note");
        RuleFor(command => command.StartedAt).Moment(clock);
        RuleFor(command => command.CompletedAt).Moment(clock);
    }
}

internal sealed class ChangePastWorkoutHandler(WorkoutSession session) : IRequestHandler<ChangePastWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(ChangePastWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Known(command.WorkoutId, cancellationToken);
        var decision = WorkoutDecider.ChangePast(workout, command.Name.Over, command.Note.Over, command.StartedAt, command.CompletedAt);
        return session.View(await session.Record(workout, decision, cancellationToken));
    }
}
