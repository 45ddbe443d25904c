using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Starts a workout.</summary>
/// <param name="Id">A UUID of the client's own, so that it can go on offline.</param>
public sealed record StartWorkout(Guid? Id, string? Name, Guid? TemplateId, DateTimeOffset? StartedAt) : IWorkoutCommand<WorkoutView>;

internal sealed class StartWorkoutValidator : AbstractValidator<StartWorkout>
{
    public StartWorkoutValidator(TimeProvider clock)
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.StartedAt).Moment(clock);
    }
}

internal sealed class StartWorkoutHandler(WorkoutSession session) : IRequestHandler<StartWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(StartWorkout command, CancellationToken cancellationToken)
    {
        if (command.TemplateId is not null)
        {
            return new NotFoundError("template");
        }

        var id = command.Id ?? Guid.CreateVersion7();
        var latest = await session.Latest(cancellationToken);
        if (latest?.Id == id || (await session.Find(id, cancellationToken)).IsOk)
        {
            return new IdTaken("workout");
        }

        var decision = WorkoutDecider.Start(latest, id, command.Name, null, command.StartedAt ?? session.At);
        return session.View(await session.Record(null, decision, cancellationToken));
    }
}
