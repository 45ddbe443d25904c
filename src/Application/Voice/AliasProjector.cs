using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>Folds what was learned and forgotten into its document.</summary>
public sealed class AliasProjector(IProjections projections) : IProjector
{
    Task IProjector.Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is VoiceEvent ? Apply(recorded, cancellationToken) : Task.CompletedTask;

    /// <summary>Applies one event.</summary>
    public async Task Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var learned = await projections.Load<LearnedAliases>(recorded.AccountId, Situations.Aliases, cancellationToken) ?? LearnedAliases.None;
        projections.Store(recorded.AccountId, Situations.Aliases, learned.After((VoiceEvent)recorded.Event!, recorded.Timestamp));
    }
}
