using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The account that asks.</summary>
public sealed record GetAccount : IQuery<AccountView>;

internal sealed class GetAccountHandler(IAccountStore accounts, CommandScope scope) : IRequestHandler<GetAccount, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(GetAccount query, CancellationToken cancellationToken) =>
        await accounts.Find(scope.AccountId, cancellationToken) is { } account ? account : new AccountGone();
}
