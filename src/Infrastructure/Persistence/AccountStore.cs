using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class AccountStore(TitanDbContext db, UnitSession session, WriterGate gate, TimeProvider clock) : IAccountStore
{
    public async Task<AccountView> CreateGuest(Guid accountId, CancellationToken cancellationToken)
    {
        using var turn = session.Running ? null : await gate.Enter(cancellationToken);
        var row = new AccountRow
        {
            Id = accountId,
            IsGuest = true,
            CreatedAt = Times.AsStored(clock.GetUtcNow()),
            Settings = StoredJson.Write(new AccountSettings()),
        };
        db.Accounts.Add(row);
        db.Streams.Add(new() { AccountId = accountId, Active = true });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return View(row);
    }

    public async Task<AccountView?> Find(Guid accountId, CancellationToken cancellationToken)
    {
        var row = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == accountId && a.Status == "active", cancellationToken);
        return row is null ? null : View(row);
    }

    public Task<bool> IsActive(Guid accountId, CancellationToken cancellationToken) =>
        db.Streams.AnyAsync(stream => stream.AccountId == accountId && stream.Active, cancellationToken);

    public Task SaveSettings(Guid accountId, AccountSettings settings, CancellationToken cancellationToken)
    {
        var row = db.Accounts.Local.FindEntry(accountId)?.Entity ?? db.Accounts.Attach(new() { Id = accountId }).Entity;
        row.Settings = StoredJson.Write(settings);
        db.Entry(row).Property(a => a.Settings).IsModified = true;
        return Task.CompletedTask;
    }

    private static AccountView View(AccountRow row) => new(
        row.Id, row.Email, row.IsGuest, row.CreatedAt, StoredJson.Read<AccountSettings>(row.Settings)!);
}
