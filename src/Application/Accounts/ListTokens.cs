using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The account's personal access tokens, without their secrets.</summary>
/// <param name="Limit">1 to 100; left out, all of them.</param>
public sealed record ListTokens(string? Cursor, int? Limit) : IQuery<Page<PersonalAccessToken>>;

internal sealed class ListTokensValidator : AbstractValidator<ListTokens>
{
    public ListTokensValidator() => RuleFor(query => query.Limit).Limit();
}

internal sealed class ListTokensHandler(IPersonalAccessTokens tokens, CommandScope scope)
    : IRequestHandler<ListTokens, Result<Page<PersonalAccessToken>>>
{
    public async Task<Result<Page<PersonalAccessToken>>> Handle(ListTokens query, CancellationToken cancellationToken) =>
        Page.Within(await tokens.List(scope.AccountId, cancellationToken), query.Cursor, query.Limit, token => token.Id.ToString("N"));
}
