using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Removes a passkey, unless nothing else would be left to sign in with.</summary>
public sealed record RemovePasskey(string Id) : ICommand<Done>;

internal sealed class RemovePasskeyHandler(IPasskeys passkeys, Owner owner, IAccountStore accounts, IAuditLog audit, CommandScope scope)
    : IRequestHandler<RemovePasskey, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemovePasskey command, CancellationToken cancellationToken)
    {
        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        var own = await passkeys.List(scope.AccountId, cancellationToken);
        if (own.All(passkey => passkey.Id != command.Id))
        {
            return new NotFoundError("passkey");
        }

        if (own.Count == 1 && await accounts.Find(scope.AccountId, cancellationToken) is { HasPassword: false })
        {
            return new LastWayIn();
        }

        await passkeys.Remove(scope.AccountId, command.Id, cancellationToken);
        await audit.Record(AuditKind.PasskeyRemoved, scope.AccountId, null, cancellationToken);
        return new Done();
    }
}
