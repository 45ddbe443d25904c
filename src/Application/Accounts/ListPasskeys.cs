using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The account's passkeys, oldest first.</summary>
/// <param name="Limit">1 to 100; left out, all of them.</param>
public sealed record ListPasskeys(string? Cursor, int? Limit) : IQuery<Page<PasskeyView>>;

internal sealed class ListPasskeysValidator : AbstractValidator<ListPasskeys>
{
    public ListPasskeysValidator() => RuleFor(query => query.Limit).Limit();
}

internal sealed class ListPasskeysHandler(IPasskeys passkeys, CommandScope scope) : IRequestHandler<ListPasskeys, Result<Page<PasskeyView>>>
{
    public async Task<Result<Page<PasskeyView>>> Handle(ListPasskeys query, CancellationToken cancellationToken) =>
        Page.Within(await passkeys.List(scope.AccountId, cancellationToken), query.Cursor, query.Limit, passkey => passkey.Id);
}
