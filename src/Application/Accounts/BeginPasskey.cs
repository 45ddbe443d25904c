using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The browser's options to make a passkey for the account that asks.</summary>
public sealed record BeginPasskey : IQuery<string>;

internal sealed class BeginPasskeyHandler(IPasskeys passkeys, Owner owner, IAccountStore accounts, CommandScope scope)
    : IRequestHandler<BeginPasskey, Result<string>>
{
    public async Task<Result<string>> Handle(BeginPasskey command, CancellationToken cancellationToken)
    {
        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        return await accounts.Find(scope.AccountId, cancellationToken) is { } account
            ? await passkeys.CreationOptions(account, cancellationToken)
            : new AccountGone();
    }
}
