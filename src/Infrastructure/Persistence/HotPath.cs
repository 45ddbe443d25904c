using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// What the first set that is logged would wait for: the model, a connection, the lock. Takes the lock of an account
/// that nobody has. What comes after it is compiled by that set, once: rehearsed here it would only be compiled twice as often.
/// </summary>
public sealed class HotPath(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Warms it. A database that is away or slow isn't waited for: hosts start without.</summary>
    public async Task Warm(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await Task.Run(() => Rehearse(limit.Token), limit.Token).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The first request will say what is wrong, to somebody who can be told.
        }
    }

    private async Task Rehearse(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriterGate>().Enter(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await StreamLock.Take(db, Guid.Empty, null, Guid.Empty, [ProjectionKeys.CurrentWorkout], cancellationToken);
    }
}
