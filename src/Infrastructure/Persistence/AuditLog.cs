using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class AuditLog(TitanDbContext db, UnitSession session, WriterGate gate, TimeProvider clock) : IAuditLog
{
    public async Task Record(AuditKind kind, Guid? accountId, Guid? subjectId, CancellationToken cancellationToken)
    {
        var row = new AuditRow { AccountId = accountId, Kind = kind, SubjectId = subjectId, At = Times.AsStored(clock.GetUtcNow()) };
        db.Audit.Add(row);
        if (session.Running)
        {
            return;
        }

        using var turn = db.Database.CurrentTransaction is null ? await gate.Enter(cancellationToken) : null;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsOrphan(e))
        {
            // The account went meanwhile, and what is known of it with it.
        }
        finally
        {
            db.Entry(row).State = EntityState.Detached;
        }
    }

    public async Task<int> Expire(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var turn = await gate.Enter(cancellationToken);
        var gone = db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<int>(AuditExpiry.OnSqlite, Times.ToMicroseconds(before))
            : db.Database.SqlQueryRaw<int>(AuditExpiry.OnPostgres, before.ToUniversalTime());
        return (await gone.ToListAsync(cancellationToken)).Count;
    }

    public async Task<IReadOnlyList<AuditEntry>> Latest(Guid accountId, int limit, CancellationToken cancellationToken) =>
        await db.Audit.AsNoTracking()
            .Where(entry => entry.AccountId == accountId)
            .OrderByDescending(entry => entry.Id)
            .Take(limit)
            .Select(entry => new AuditEntry(entry.Kind, entry.At, entry.SubjectId))
            .ToListAsync(cancellationToken);
}
