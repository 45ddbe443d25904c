using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Takes a personal access token back: it stops working at once. Needs no fresh proof, as whoever does it only takes rights away.</summary>
public sealed record DeleteToken(Guid TokenId) : ICommand<Done>;

internal sealed class DeleteTokenHandler(IPersonalAccessTokens tokens, IAuditLog audit, CommandScope scope) : IRequestHandler<DeleteToken, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteToken command, CancellationToken cancellationToken)
    {
        if (!await tokens.Remove(scope.AccountId, command.TokenId, cancellationToken))
        {
            return new NotFoundError("token");
        }

        await audit.Record(AuditKind.TokenRevoked, scope.AccountId, command.TokenId, cancellationToken);
        return new Done();
    }
}
