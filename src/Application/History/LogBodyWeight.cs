using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>Logs what the body weighed.</summary>
/// <param name="Id">A UUID of the client's own.</param>
/// <param name="MeasuredAt">Left out, now.</param>
public sealed record LogBodyWeight(Guid? Id, Load Weight, DateTimeOffset? MeasuredAt, string? Note) : ICommand<BodyWeight>;

internal sealed class LogBodyWeightValidator : AbstractValidator<LogBodyWeight>
{
    public LogBodyWeightValidator(TimeProvider clock)
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Weight).Must(weight => weight is { Value: > 0, Kilograms: <= 700 })
            .WithMessage("A body weighs more than 0 and at most 700 kg.");
        RuleFor(command => command.MeasuredAt).Moment(clock);
        RuleFor(command => command.Note).Note();
    }
}

internal sealed class LogBodyWeightHandler(IBodyWeights weights, EventRecorder recorder, CommandScope scope)
    : IRequestHandler<LogBodyWeight, Result<BodyWeight>>
{
    public async Task<Result<BodyWeight>> Handle(LogBodyWeight command, CancellationToken cancellationToken)
    {
        var id = command.Id ?? Guid.CreateVersion7();
        if (command.Id is not null && await weights.Find(scope.AccountId, id, cancellationToken) is not null)
        {
            return new IdTaken("entry");
        }

        var entry = new BodyWeight(id, command.Weight, command.MeasuredAt ?? recorder.At, command.Note);
        await recorder.Record(new BodyWeightLogged(entry.Id, entry.Weight, entry.MeasuredAt, entry.Note), cancellationToken);
        return entry;
    }
}
