using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Where the account is signed in, latest used first.</summary>
public sealed record ListSessions : IQuery<ItemList<SessionView>>;

/// <summary>A list that is whole: it has no pages.</summary>
public sealed record ItemList<T>(IReadOnlyList<T> Items);

internal sealed class ListSessionsHandler(ISessions sessions, CommandScope scope) : IRequestHandler<ListSessions, Result<ItemList<SessionView>>>
{
    public async Task<Result<ItemList<SessionView>>> Handle(ListSessions query, CancellationToken cancellationToken) =>
        new ItemList<SessionView>(await sessions.List(scope, cancellationToken));
}
