using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The guest that asks gets an address and a password; its sessions as a guest end.</summary>
internal sealed record UpgradeGuest(string Email, string PasswordHash) : ICommand<AccountView>;

internal sealed class UpgradeGuestHandler(IAccountStore accounts, ICredentials credentials, ISessions sessions, IAuditLog audit, CommandScope scope)
    : IRequestHandler<UpgradeGuest, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(UpgradeGuest command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { IsGuest: true })
        {
            return new AlreadyRegistered();
        }

        var registered = await credentials.Register(scope.AccountId, command.Email, command.PasswordHash, cancellationToken);
        if (registered.IsOk)
        {
            await sessions.EndAll(scope.AccountId, except: scope.SessionId, cancellationToken);
            await audit.Record(AuditKind.Registered, scope.AccountId, null, cancellationToken);
        }

        return registered;
    }
}
