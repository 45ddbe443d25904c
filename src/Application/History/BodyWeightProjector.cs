using TitanTrakr.Application.Common;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.History;

/// <summary>Folds the log of body weight into its rows.</summary>
internal sealed class BodyWeightProjector(IBodyWeights weights) : IProjector
{
    public Task Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        switch (recorded.Event)
        {
            case BodyWeightLogged e:
                weights.Store(recorded.AccountId, new BodyWeight(e.EntryId, e.Weight, e.MeasuredAt, e.Note));
                break;
            case BodyWeightRemoved e:
                weights.Remove(recorded.AccountId, e.EntryId);
                break;
        }

        return Task.CompletedTask;
    }
}
