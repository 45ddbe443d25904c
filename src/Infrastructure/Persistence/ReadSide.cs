using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// Where a request reads: on the replica what may be moments old, everything else where it is written. Whether the caller's session still
/// lives is asked where it is written first: a replica would believe an ended one a little longer, and not know a new one yet.
/// </summary>
internal sealed class ReadSide(TitanDbContext primary, ReadReplica replica, CommandScope scope) : IAsyncDisposable
{
    private TitanDbContext? _chosen;

    public async Task<TitanDbContext> Context(CancellationToken cancellationToken) => scope.MayBeStale
        ? _chosen ??= await Choose(cancellationToken)
        : primary;

    public ValueTask DisposeAsync() => _chosen is null || _chosen == primary ? ValueTask.CompletedTask : _chosen.DisposeAsync();

    private async Task<TitanDbContext> Choose(CancellationToken cancellationToken)
    {
        if (await replica.Open(primary, cancellationToken) is not { } context)
        {
            return primary;
        }

        _chosen = context;
        if (scope.SessionId is not null)
        {
            await primary.Streams.AnyAsync(stream => stream.AccountId == scope.AccountId && stream.Active, cancellationToken);
        }

        return context;
    }
}
