using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>Gives a learned name up: the words mean what they mean to everybody again.</summary>
public sealed record ForgetAlias(Guid AliasId) : ICommand<LearnedAlias>
{
    IReadOnlyCollection<string> ICommand<LearnedAlias>.Documents => [Situations.Aliases];
}

internal sealed class ForgetAliasHandler(
    IProjections projections, IEventStore events, AliasProjector projector, CommandScope scope, TimeProvider clock)
    : IRequestHandler<ForgetAlias, Result<LearnedAlias>>
{
    public async Task<Result<LearnedAlias>> Handle(ForgetAlias command, CancellationToken cancellationToken)
    {
        var learned = await projections.Load<LearnedAliases>(scope.AccountId, Situations.Aliases, cancellationToken) ?? LearnedAliases.None;
        if (learned.Items.FirstOrDefault(alias => alias.Id == command.AliasId) is not { } known)
        {
            return new NotFoundError("learned name");
        }

        var forgotten = new VoiceEvent.AliasForgotten(known.Id);
        await projector.Apply(events.Append([forgotten], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
        return known;
    }
}
