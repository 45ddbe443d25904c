using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>What a rebuild or verification went through.</summary>
/// <param name="Events">How many were folded; fewer than there are where an earlier run was stopped and this one went on from there.</param>
/// <param name="Differences">Where a stored projection isn't what its events fold to; ids and keys only.</param>
public sealed record MaintenanceReport(int Accounts, long Events, IReadOnlyList<string> Differences);

/// <summary>
/// Folds every account's events again, by the same code that writes them, into a shadow of the account: rows under another id that no one
/// asks for. That goes in steps, each committed with how far it came, while the account goes on; only the last step holds its lock, and
/// compares the shadow with the account or puts it in its place. Memory holds a step of two accounts.
/// </summary>
public sealed class ProjectionMaintenance(IServiceScopeFactory scopes)
{
    private const int Step = 1000;

    // While one waits for the database another computes. SQLite lets one write.
    private const int AtOnce = 2;

    private delegate Task<IReadOnlyList<string>> Finish(TitanDbContext db, ReplayRow replay, CancellationToken cancellationToken);

    /// <summary>Replaces all projections.</summary>
    public Task<MaintenanceReport> Rebuild(CancellationToken cancellationToken) => Rebuild(null, cancellationToken);

    /// <summary>Replaces those of one account; null is everybody.</summary>
    public Task<MaintenanceReport> Rebuild(Guid? accountId, CancellationToken cancellationToken) => ForEach(accountId, Replace, cancellationToken);

    /// <summary>Compares all projections; leaves them as they are.</summary>
    public Task<MaintenanceReport> Verify(CancellationToken cancellationToken) => Verify(null, cancellationToken);

    /// <summary>Compares those of one account; null is everybody.</summary>
    public Task<MaintenanceReport> Verify(Guid? accountId, CancellationToken cancellationToken) => ForEach(accountId, Compare, cancellationToken);

    private async Task<MaintenanceReport> ForEach(Guid? only, Finish finish, CancellationToken cancellationToken)
    {
        var accounts = only is { } one ? [one] : await Replay.Accounts(scopes, cancellationToken);
        var reports = new ConcurrentDictionary<Guid, MaintenanceReport>();
        await Parallel.ForEachAsync(
            accounts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (accountId, stop) => reports[accountId] = await Fold(accountId, finish, stop));
        return new MaintenanceReport(
            accounts.Count, reports.Values.Sum(report => report.Events), [.. accounts.SelectMany(accountId => reports[accountId].Differences)]);
    }

    private async Task<MaintenanceReport> Fold(Guid accountId, Finish finish, CancellationToken cancellationToken)
    {
        long events = 0, folded;
        do
        {
            await using var replay = await Replay.Begin(scopes, accountId, cancellationToken);
            folded = await replay.Fold(Step, cancellationToken);
            await replay.Commit(cancellationToken);
            events += folded;
        }
        while (folded == Step);

        await using var last = await Replay.Begin(scopes, accountId, cancellationToken);
        IReadOnlyList<string> differences = [];
        if (await last.Lock(cancellationToken))
        {
            events += await last.Fold(int.MaxValue, cancellationToken);
            differences = await finish(last.Db, last.Row, cancellationToken);
        }

        await last.End(cancellationToken);
        return new MaintenanceReport(1, events, [.. differences.Select(difference => $"{accountId} {difference}")]);
    }

    private static Task<IReadOnlyList<string>> Compare(TitanDbContext db, ReplayRow replay, CancellationToken cancellationToken) =>
        FoldedTables.Differences(db, replay.AccountId, Replay.ShadowOf(replay.AccountId), cancellationToken);

    private static async Task<IReadOnlyList<string>> Replace(TitanDbContext db, ReplayRow replay, CancellationToken cancellationToken)
    {
        await FoldedTables.Replace(db, replay.AccountId, Replay.ShadowOf(replay.AccountId), cancellationToken);
        return [];
    }
}
