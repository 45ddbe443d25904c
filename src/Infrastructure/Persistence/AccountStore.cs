using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Identity;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class AccountStore(TitanDbContext db) : IAccountStore
{
    public async Task<AccountView?> Find(Guid accountId, CancellationToken cancellationToken)
    {
        var row = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == accountId && a.Status == "active", cancellationToken);
        return row is null ? null : View(row);
    }

    public Task<bool> IsActive(Guid accountId, CancellationToken cancellationToken) =>
        db.Streams.AnyAsync(stream => stream.AccountId == accountId && stream.Active, cancellationToken);

    public async Task<IReadOnlyList<Guid>> IdleGuests(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        await Idle(since).OrderBy(guest => guest.CreatedAt).Select(guest => guest.Id).Take(limit).ToListAsync(cancellationToken);

    public Task<bool> IsIdleGuest(Guid accountId, DateTimeOffset since, CancellationToken cancellationToken) =>
        Idle(since).AnyAsync(guest => guest.Id == accountId, cancellationToken);

    public Task SaveSettings(Guid accountId, AccountSettings settings, CancellationToken cancellationToken)
    {
        var row = db.Accounts.Local.FindEntry(accountId)?.Entity ?? db.Accounts.Attach(new() { Id = accountId }).Entity;
        row.Settings = StoredJson.Write(settings);
        db.Entry(row).Property(a => a.Settings).IsModified = true;
        return Task.CompletedTask;
    }

    private IQueryable<AccountRow> Idle(DateTimeOffset since) => db.Accounts.Where(account => account.IsGuest && account.CreatedAt < since
        && !db.Sessions.Any(session => session.AccountId == account.Id && session.LastUsedAt >= since)
        && !db.Events.Any(happened => happened.AccountId == account.Id && happened.RecordedAt >= since));

    public static AccountView View(AccountRow row) => new(
        row.Id, row.Email, row.IsGuest, row.CreatedAt, StoredJson.Read<AccountSettings>(row.Settings)!, row.EmailConfirmed, row.PasswordHash is not null);
}
