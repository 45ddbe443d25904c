using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>One step of folding an account's log into its shadow: a transaction of its own.</summary>
internal sealed class Replay : IAsyncDisposable
{
    // Bounds memory: an event may hold a whole workout. Larger batches were not faster.
    private const int Batch = 100;

    // Another build may fold otherwise: what it left half done is begun anew.
    private static readonly string Code =
        $"{typeof(WorkoutProjector).Module.ModuleVersionId:N}{typeof(Workout).Module.ModuleVersionId:N}";

    private readonly AsyncServiceScope _scope;
    private IDisposable? _turn;
    private IDbContextTransaction? _transaction;

    private Replay(AsyncServiceScope scope, Guid accountId) =>
        (_scope, Db, Row) = (scope, scope.ServiceProvider.GetRequiredService<TitanDbContext>(), new() { AccountId = accountId, Fold = Code });

    public TitanDbContext Db { get; }

    public ReplayRow Row { get; private set; }

    public Guid ShadowId => ShadowOf(Row.AccountId);

    /// <summary>The id that an account's shadow is under: its own with every bit turned, so that nothing needs to remember it.</summary>
    public static Guid ShadowOf(Guid accountId) => new([.. accountId.ToByteArray().Select(part => (byte)~part)]);

    /// <summary>Accounts that have a log.</summary>
    public static async Task<IReadOnlyList<Guid>> Accounts(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        return await db.Streams.Where(stream => stream.Active).Select(stream => stream.AccountId).Order().ToListAsync(cancellationToken);
    }

    /// <summary>Goes on where the last step ended, or begins.</summary>
    public static async Task<Replay> Begin(IServiceScopeFactory scopes, Guid accountId, CancellationToken cancellationToken)
    {
        var replay = new Replay(scopes.CreateAsyncScope(), accountId);
        try
        {
            await replay.Open(cancellationToken);
            return replay;
        }
        catch
        {
            await replay.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on nobody else writes to the account; false when it is gone.</summary>
    public async Task<bool> Lock(CancellationToken cancellationToken) =>
        await StreamLock.Take(Db, Row.AccountId, null, Guid.Empty, [], cancellationToken) is not null;

    /// <summary>Folds the next events, at most so many, and answers how many there were.</summary>
    public async Task<int> Fold(int most, CancellationToken cancellationToken)
    {
        var services = _scope.ServiceProvider;
        var events = services.GetRequiredService<IEventStore>();
        IProjector[] projectors = [.. services.GetServices<IProjector>()];
        IUnitPart[] parts = [.. services.GetServices<IUnitPart>()];
        IUnfinished[] unfinished = [.. services.GetServices<IUnfinished>()];
        var folded = 0;
        while (folded < most && await events.Read(Row.AccountId, Row.Sequence, Math.Min(Batch, most - folded), cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var recorded in batch.Where(recorded => recorded.Event is not null))
            {
                foreach (var projector in projectors)
                {
                    await projector.Apply(recorded with { AccountId = ShadowId }, cancellationToken);
                }
            }

            foreach (var work in unfinished)
            {
                await work.Finish(cancellationToken);
            }

            await Flush(parts, batch[^1].Sequence, cancellationToken);
            folded += batch.Count;
        }

        return folded;
    }

    /// <summary>Keeps the step.</summary>
    public async Task Commit(CancellationToken cancellationToken)
    {
        await Db.SaveChangesAsync(cancellationToken);
        await _transaction!.CommitAsync(cancellationToken);
    }

    /// <summary>Takes the shadow away and keeps the rest.</summary>
    public async Task End(CancellationToken cancellationToken)
    {
        await FoldedTables.Delete(Db, ShadowId, cancellationToken);
        Db.Replays.Remove(Row);
        await Commit(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        _turn?.Dispose();
        await _scope.DisposeAsync();
    }

    private async Task Open(CancellationToken cancellationToken)
    {
        _turn = await _scope.ServiceProvider.GetRequiredService<WriterGate>().Enter(cancellationToken);
        _transaction = await Db.Database.BeginTransactionAsync(cancellationToken);
        if (await Db.Replays.SingleOrDefaultAsync(replay => replay.AccountId == Row.AccountId, cancellationToken) is not { } row)
        {
            Db.Replays.Add(Row);
            return;
        }

        Row = row;
        if (row.Fold != Code)
        {
            await FoldedTables.Delete(Db, ShadowId, cancellationToken);
            (row.Sequence, row.Fold) = (0, Code);
        }
    }

    private async Task Flush(IUnitPart[] parts, long sequence, CancellationToken cancellationToken)
    {
        foreach (var part in parts.Where(part => part.HasChanges))
        {
            await part.Flush(cancellationToken);
        }

        Row.Sequence = sequence;
        await Db.SaveChangesAsync(cancellationToken);
        await _scope.ServiceProvider.GetRequiredService<PendingWrites>().Send(cancellationToken);
        Db.ChangeTracker.Clear();
        Db.Replays.Attach(Row);
        Array.ForEach(parts, part => part.Settle());
    }
}
