using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Where the account is signed in, latest used first.</summary>
public sealed record ListSessions : IQuery<ItemList<AccountSession>>;

/// <summary>A list that is whole: it has no pages.</summary>
public sealed record ItemList<T>(IReadOnlyList<T> Items);

internal sealed class ListSessionsHandler(ISessions sessions, CommandScope scope) : IRequestHandler<ListSessions, Result<ItemList<AccountSession>>>
{
    public async Task<Result<ItemList<AccountSession>>> Handle(ListSessions query, CancellationToken cancellationToken) =>
        new ItemList<AccountSession>(await sessions.List(scope, cancellationToken));
}
