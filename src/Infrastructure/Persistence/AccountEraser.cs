using System.Data;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class AccountEraser(TitanDbContext db, WriterGate gate) : IAccountEraser
{
    public async Task<bool> Erase(Guid accountId, CancellationToken cancellationToken)
    {
        using var turn = await gate.Enter(cancellationToken);
        var sent = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Gone after a commit whose answer was lost: by that commit.
                return await Try(accountId, () => sent = true, cancellationToken) || sent;
            }
            catch (Exception e) when (DatabaseFaults.IsWorthAnotherTry(e, attempt))
            {
                await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellationToken);
            }
        }
    }

    private async Task<bool> Try(Guid accountId, Action committing, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken))
        {
            // Waits for whoever writes in this account now; whoever comes later finds it closed.
            if (await Close(accountId, cancellationToken) == 0)
            {
                return false;
            }

            await db.Database.ExecuteSqlRawAsync(Statements(), [accountId], cancellationToken);
            await FoldedTables.Delete(db, Replay.ShadowOf(accountId), cancellationToken);
            committing();
            await transaction.CommitAsync(CancellationToken.None);
        }

        if (db.Database.IsSqlite())
        {
            // Else what was written before stays readable in the write-ahead log.
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", CancellationToken.None);
        }

        return true;
    }

    private Task<int> Close(Guid accountId, CancellationToken cancellationToken) => db.Streams
        .Where(stream => stream.AccountId == accountId && stream.Active)
        .ExecuteUpdateAsync(stream => stream.SetProperty(row => row.Active, false), cancellationToken);

    private string Statements()
    {
        var log = db.Database.IsSqlite() ? LogErasure.OnSqlite : LogErasure.OnPostgres;
        var rest = AccountTables.Of(db.Model).Where(owned => !LogErasure.Tables.Contains(owned.Table))
            .Select(owned => $"DELETE FROM \"{owned.Table}\" WHERE \"{owned.Column}\" = {{0}};");
        return log + string.Concat(rest);
    }
}
