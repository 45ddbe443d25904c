using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>One step of folding an account's log again, into its shadow unless told otherwise: a transaction of its own.</summary>
internal sealed class Replay : IAsyncDisposable
{
    // Another build may fold otherwise: what it left half done is begun anew.
    private static readonly string Code =
        $"{typeof(WorkoutProjector).Module.ModuleVersionId:N}{typeof(Workout).Module.ModuleVersionId:N}";

    private readonly AsyncServiceScope _scope;
    private readonly LogFold _fold;
    private readonly TitanDbContext _db;
    private IDisposable? _turn;
    private IDbContextTransaction? _transaction;
    private bool _kept;

    private Replay(AsyncServiceScope scope, Guid accountId)
    {
        (_scope, _db) = (scope, scope.ServiceProvider.GetRequiredService<TitanDbContext>());
        _fold = new LogFold(scope.ServiceProvider, accountId, ShadowOf(accountId));
    }

    /// <summary>The id that an account's shadow is under: its own with every bit turned, so that nothing needs to remember it.</summary>
    public static Guid ShadowOf(Guid accountId) => new([.. accountId.ToByteArray().Select(part => (byte)~part)]);

    /// <summary>Whether nothing was folded so far.</summary>
    public bool Begins => _fold.Sequence == 0;

    /// <summary>Accounts that have a log, and how long it is; the longest first, so that none of those is left to go on alone.</summary>
    public static async Task<IReadOnlyList<(Guid AccountId, long Head)>> Accounts(IServiceScopeFactory scopes, Guid? only, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        var found = await db.Streams.Where(stream => stream.Active && (only == null || stream.AccountId == only))
            .OrderByDescending(stream => stream.Head).ThenBy(stream => stream.AccountId)
            .Select(stream => new { stream.AccountId, stream.Head })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(stream => (stream.AccountId, stream.Head));
    }

    /// <summary>Waits until what was committed can't be lost any more.</summary>
    public static async Task Sync(IServiceScopeFactory scopes, Guid accountId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriterGate>().Enter(cancellationToken);
        // Any commit does that, of whatever was written.
        await FoldedTables.Unshow(scope.ServiceProvider.GetRequiredService<TitanDbContext>(), accountId, cancellationToken);
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
        await StreamLock.Take(_db, _fold.AccountId, null, Guid.Empty, [], cancellationToken) is not null;

    /// <summary>Folds the next events, at most so many, and answers how many there were.</summary>
    public Task<int> Fold(int most, CancellationToken cancellationToken) => _fold.Fold(most, cancellationToken);

    /// <summary>Takes the account's rows away and folds all of its log into it, without a shadow. Only under the lock, and of a log that has not begun.</summary>
    public async Task<int> FoldInPlace(CancellationToken cancellationToken)
    {
        await FoldedTables.Delete(_db, _fold.AccountId, cancellationToken);
        _fold.InPlace();
        var folded = await _fold.Fold(int.MaxValue, cancellationToken);
        await FoldedTables.Unshow(_db, _fold.AccountId, cancellationToken);
        return folded;
    }

    /// <summary>Where account and shadow differ.</summary>
    public Task<IReadOnlyList<string>> Differences(CancellationToken cancellationToken) =>
        FoldedTables.Differences(_db, _fold.AccountId, ShadowOf(_fold.AccountId), cancellationToken);

    /// <summary>Puts the shadow in the place of the account.</summary>
    public Task Replace(CancellationToken cancellationToken) =>
        FoldedTables.Replace(_db, _fold.AccountId, ShadowOf(_fold.AccountId), cancellationToken);

    /// <summary>Keeps the step.</summary>
    public async Task Commit(CancellationToken cancellationToken)
    {
        const string Keep = "INSERT INTO replays (account_id, sequence, fold) VALUES ({0}, {1}, {2}) "
            + "ON CONFLICT (account_id) DO UPDATE SET sequence = excluded.sequence, fold = excluded.fold";
        await _db.Database.ExecuteSqlRawAsync(Keep, [_fold.AccountId, _fold.Sequence, Code], cancellationToken);
        await _transaction!.CommitAsync(cancellationToken);
    }

    /// <summary>Takes the shadow away and keeps the rest.</summary>
    public async Task End(CancellationToken cancellationToken)
    {
        await FoldedTables.Delete(_db, ShadowOf(_fold.AccountId), cancellationToken);
        if (_kept)
        {
            await _db.Replays.Where(replay => replay.AccountId == _fold.AccountId).ExecuteDeleteAsync(cancellationToken);
        }

        await _transaction!.CommitAsync(cancellationToken);
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
        _transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        if (_db is PostgresTitanDbContext)
        {
            // What a crash takes back is folded once more; the order of commits stays, and the run's end waits for the disk.
            await _db.Database.ExecuteSqlRawAsync("SET LOCAL synchronous_commit = off", cancellationToken);
        }

        var row = await _db.Replays.AsNoTracking().SingleOrDefaultAsync(replay => replay.AccountId == _fold.AccountId, cancellationToken);
        _kept = row is not null;
        if (row?.Fold == Code)
        {
            _fold.GoOn(row.Sequence);
        }
        else if (_kept)
        {
            await FoldedTables.Delete(_db, ShadowOf(_fold.AccountId), cancellationToken);
        }
    }
}
