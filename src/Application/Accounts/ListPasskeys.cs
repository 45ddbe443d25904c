using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The account's passkeys, oldest first.</summary>
public sealed record ListPasskeys : IQuery<ItemList<PasskeyView>>;

internal sealed class ListPasskeysHandler(IPasskeys passkeys, CommandScope scope) : IRequestHandler<ListPasskeys, Result<ItemList<PasskeyView>>>
{
    public async Task<Result<ItemList<PasskeyView>>> Handle(ListPasskeys query, CancellationToken cancellationToken) =>
        new ItemList<PasskeyView>(await passkeys.List(scope.AccountId, cancellationToken));
}
