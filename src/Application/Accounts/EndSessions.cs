using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Ends all sessions, or all others.</summary>
public sealed record EndSessions(bool? OnlyOthers) : ICommand<Done>;

internal sealed class EndSessionsHandler(ISessions sessions, IAuditLog audit, CommandScope scope) : IRequestHandler<EndSessions, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndSessions command, CancellationToken cancellationToken)
    {
        await sessions.EndAll(scope.AccountId, command.OnlyOthers == true ? scope.SessionId : null, cancellationToken);
        await audit.Record(AuditKind.SessionEnded, scope.AccountId, null, cancellationToken);
        return new Done();
    }
}
