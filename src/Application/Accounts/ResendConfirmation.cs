using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Sends the link that confirms the account's address once more.</summary>
public sealed record ResendConfirmation : IQuery<Done>;

internal sealed class ResendConfirmationHandler(IAccountStore accounts, ConfirmationMail mail, CommandScope scope)
    : IRequestHandler<ResendConfirmation, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResendConfirmation command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { } account)
        {
            return new AccountGone();
        }

        if (!account.EmailConfirmed)
        {
            await mail.Send(account, cancellationToken);
        }

        return new Done();
    }
}
