using System.Data;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>A transaction for what runs under no account's lock, such as a sign-in. Inside a unit of work, or another of its kind, it is that one's.</summary>
internal sealed class OwnTransaction(TitanDbContext db, UnitSession session, WriterGate gate)
{
    public async Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (session.Running || db.Database.CurrentTransaction is not null)
        {
            var part = await work();
            await db.SaveChangesAsync(cancellationToken);
            return part;
        }

        using var turn = await gate.Enter(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Try(work, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsWorthAnotherTry(e, attempt))
            {
            }

            await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellationToken);
        }
    }

    private async Task<T> Try<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var result = await work();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
