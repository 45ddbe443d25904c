using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>What a rebuild or verification went through.</summary>
/// <param name="Events">How many were folded; fewer than there are where an earlier run was stopped and this one went on from there.</param>
/// <param name="Differences">Where a stored projection isn't what its events fold to; ids and keys only.</param>
public sealed record MaintenanceReport(int Accounts, long Events, IReadOnlyList<string> Differences);

/// <summary>
/// Folds every account's events again, by the same code that writes them, into a shadow of the account: rows under another id that no one
/// asks for. That goes in steps, each committed with how far it came, while the account goes on; only the last step holds its lock, and
/// compares the shadow with the account or puts it in its place. Memory holds one step.
/// </summary>
public sealed class ProjectionMaintenance(IServiceScopeFactory scopes)
{
    private const int Step = 1000;

    /// <summary>Replaces all projections.</summary>
    public Task<MaintenanceReport> Rebuild(CancellationToken cancellationToken) => Rebuild(null, cancellationToken);

    /// <summary>Replaces those of one account; null is everybody.</summary>
    public Task<MaintenanceReport> Rebuild(Guid? accountId, CancellationToken cancellationToken) => ForEach(accountId, Replace, cancellationToken);

    /// <summary>Compares all projections; leaves them as they are.</summary>
    public Task<MaintenanceReport> Verify(CancellationToken cancellationToken) => Verify(null, cancellationToken);

    /// <summary>Compares those of one account; null is everybody.</summary>
    public Task<MaintenanceReport> Verify(Guid? accountId, CancellationToken cancellationToken) => ForEach(accountId, Compare, cancellationToken);

    private async Task<MaintenanceReport> ForEach(
        Guid? only, Func<TitanDbContext, ReplayRow, CancellationToken, Task<IReadOnlyList<string>>> finish, CancellationToken cancellationToken)
    {
        var (events, differences) = (0L, new List<string>());
        var accounts = only is { } one ? [one] : await Replay.Accounts(scopes, cancellationToken);
        foreach (var accountId in accounts)
        {
            bool caughtUp;
            do
            {
                await using var replay = await Replay.Begin(scopes, accountId, cancellationToken);
                var folded = await replay.Fold(Step, cancellationToken);
                caughtUp = folded < Step;
                await replay.Commit(cancellationToken);
                events += folded;
            }
            while (!caughtUp);

            await using var last = await Replay.Begin(scopes, accountId, cancellationToken);
            if (await last.Lock(cancellationToken))
            {
                events += await last.Fold(int.MaxValue, cancellationToken);
                differences.AddRange((await finish(last.Db, last.Row, cancellationToken)).Select(difference => $"{accountId} {difference}"));
            }

            await last.End(cancellationToken);
        }

        return new MaintenanceReport(accounts.Count, events, differences);
    }

    private static Task<IReadOnlyList<string>> Compare(TitanDbContext db, ReplayRow replay, CancellationToken cancellationToken) =>
        FoldedTables.Differences(db, replay.AccountId, Replay.ShadowOf(replay.AccountId), cancellationToken);

    private static async Task<IReadOnlyList<string>> Replace(TitanDbContext db, ReplayRow replay, CancellationToken cancellationToken)
    {
        await FoldedTables.Replace(db, replay.AccountId, Replay.ShadowOf(replay.AccountId), cancellationToken);
        return [];
    }
}
