using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Ends one session: its access token stops working at once.</summary>
public sealed record EndSession(Guid SessionId) : ICommand<Done>;

/// <summary>An answer without content.</summary>
public sealed record Done;

internal sealed class EndSessionHandler(ISessions sessions, IAuditLog audit, CommandScope scope) : IRequestHandler<EndSession, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndSession command, CancellationToken cancellationToken)
    {
        if (!await sessions.End(scope.AccountId, command.SessionId, cancellationToken))
        {
            return new NotFoundError("session");
        }

        await audit.Record(AuditKind.SessionEnded, scope.AccountId, command.SessionId, cancellationToken);
        return new Done();
    }
}
