using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Where the account is signed in, latest used first.</summary>
/// <param name="Limit">1 to 100; left out, all of them.</param>
public sealed record ListSessions(string? Cursor, int? Limit) : IQuery<Page<AccountSession>>;

internal sealed class ListSessionsValidator : AbstractValidator<ListSessions>
{
    public ListSessionsValidator() => RuleFor(query => query.Limit).Limit();
}

internal sealed class ListSessionsHandler(ISessions sessions, CommandScope scope) : IRequestHandler<ListSessions, Result<Page<AccountSession>>>
{
    public async Task<Result<Page<AccountSession>>> Handle(ListSessions query, CancellationToken cancellationToken) =>
        Page.Within(await sessions.List(scope, cancellationToken), query.Cursor, query.Limit, session => session.Id.ToString("N"));
}
