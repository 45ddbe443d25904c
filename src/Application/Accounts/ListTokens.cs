using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The account's personal access tokens, without their secrets.</summary>
public sealed record ListTokens : IQuery<ItemList<PersonalAccessToken>>;

internal sealed class ListTokensHandler(IPersonalAccessTokens tokens, CommandScope scope)
    : IRequestHandler<ListTokens, Result<ItemList<PersonalAccessToken>>>
{
    public async Task<Result<ItemList<PersonalAccessToken>>> Handle(ListTokens query, CancellationToken cancellationToken) =>
        new ItemList<PersonalAccessToken>(await tokens.List(scope.AccountId, cancellationToken));
}
