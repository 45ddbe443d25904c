using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>
/// Deletes the account that asks, with everything it owns, for good. Not an idempotent command: afterwards there is no account to keep its
/// key, and a repeat finds the token worthless.
/// </summary>
public sealed record DeleteAccount : IQuery<AccountDeleted>;

/// <summary>Nothing is left to tell.</summary>
public sealed record AccountDeleted;

internal sealed class DeleteAccountHandler(IAccountEraser eraser, Owner owner, IAuditLog audit, CommandScope scope)
    : IRequestHandler<DeleteAccount, Result<AccountDeleted>>
{
    public async Task<Result<AccountDeleted>> Handle(DeleteAccount command, CancellationToken cancellationToken)
    {
        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        if (!await eraser.Erase(scope.AccountId, cancellationToken))
        {
            return new AccountGone();
        }

        await audit.Record(AuditKind.AccountDeleted, null, null, CancellationToken.None);
        return new AccountDeleted();
    }
}
