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
/// compares the shadow with the account or puts it in its place. A log that is one step is folded again where it is. Memory holds what two
/// accounts gather before it is written.
/// </summary>
public sealed class ProjectionMaintenance(IServiceScopeFactory scopes)
{
    /// <summary>The most events of a step: how much is done anew after a stop, and how long the account's writers wait for the last one.</summary>
    internal const int Step = 5000;

    // While one waits for the database another computes. SQLite lets one write.
    private const int AtOnce = 2;

    private delegate Task<MaintenanceReport> Run(Guid accountId, long head, CancellationToken cancellationToken);

    /// <summary>Replaces all projections.</summary>
    public Task<MaintenanceReport> Rebuild(CancellationToken cancellationToken) => Rebuild(null, cancellationToken);

    /// <summary>Replaces those of one account; null is everybody.</summary>
    public async Task<MaintenanceReport> Rebuild(Guid? accountId, CancellationToken cancellationToken)
    {
        var report = await ForEach(accountId, Rebuild, cancellationToken);
        if (await Replay.Accounts(scopes, accountId, cancellationToken) is [var any, ..])
        {
            await Replay.Sync(scopes, any.AccountId, cancellationToken);
        }

        return report;
    }

    /// <summary>Compares all projections; leaves them as they are.</summary>
    public Task<MaintenanceReport> Verify(CancellationToken cancellationToken) => Verify(null, cancellationToken);

    /// <summary>Compares those of one account; null is everybody.</summary>
    public Task<MaintenanceReport> Verify(Guid? accountId, CancellationToken cancellationToken) => ForEach(
        accountId, (one, _, stop) => Fold(one, replay => replay.Differences(stop), stop), cancellationToken);

    private async Task<MaintenanceReport> ForEach(Guid? only, Run run, CancellationToken cancellationToken)
    {
        var accounts = await Replay.Accounts(scopes, only, cancellationToken);
        var reports = new ConcurrentDictionary<Guid, MaintenanceReport>();
        await Parallel.ForEachAsync(
            accounts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (account, stop) => reports[account.AccountId] = await run(account.AccountId, account.Head, stop));
        return new MaintenanceReport(
            only is null ? accounts.Count : 1,
            reports.Values.Sum(report => report.Events),
            [.. reports.OrderBy(report => report.Key).SelectMany(report => report.Value.Differences)]);
    }

    private async Task<MaintenanceReport> Rebuild(Guid accountId, long head, CancellationToken cancellationToken) =>
        (head <= Step ? await InPlace(accountId, cancellationToken) : null)
        ?? await Fold(accountId, replay => Replace(replay, cancellationToken), cancellationToken);

    // Null where an earlier run has begun with it.
    private async Task<MaintenanceReport?> InPlace(Guid accountId, CancellationToken cancellationToken)
    {
        await using var replay = await Replay.Begin(scopes, accountId, cancellationToken);
        if (!replay.Begins)
        {
            return null;
        }

        var events = await replay.Lock(cancellationToken) ? await replay.FoldInPlace(cancellationToken) : 0;
        await replay.End(cancellationToken);
        return new MaintenanceReport(1, events, []);
    }

    private async Task<MaintenanceReport> Fold(Guid accountId, Func<Replay, Task<IReadOnlyList<string>>> finish, CancellationToken cancellationToken)
    {
        long events = 0;
        while (true)
        {
            await using var replay = await Replay.Begin(scopes, accountId, cancellationToken);
            var folded = await replay.Fold(Step, cancellationToken);
            events += folded;
            if (folded == Step)
            {
                await replay.Commit(cancellationToken);
                continue;
            }

            IReadOnlyList<string> differences = [];
            if (await replay.Lock(cancellationToken))
            {
                events += await replay.Fold(int.MaxValue, cancellationToken);
                differences = await finish(replay);
            }

            await replay.End(cancellationToken);
            return new MaintenanceReport(1, events, [.. differences.Select(difference => $"{accountId} {difference}")]);
        }
    }

    private static async Task<IReadOnlyList<string>> Replace(Replay replay, CancellationToken cancellationToken)
    {
        await replay.Replace(cancellationToken);
        return [];
    }
}
