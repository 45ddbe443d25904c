using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>Takes an entry out of the log of body weight.</summary>
public sealed record RemoveBodyWeight(Guid Id) : ICommand<BodyWeight>;

internal sealed class RemoveBodyWeightHandler(IBodyWeights weights, EventRecorder recorder, CommandScope scope)
    : IRequestHandler<RemoveBodyWeight, Result<BodyWeight>>
{
    public async Task<Result<BodyWeight>> Handle(RemoveBodyWeight command, CancellationToken cancellationToken)
    {
        if (await weights.Find(scope.AccountId, command.Id, cancellationToken) is not { } entry)
        {
            return new NotFoundError("entry");
        }

        await recorder.Record(new BodyWeightRemoved(entry.Id), cancellationToken);
        return entry;
    }
}
