using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Accounts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

internal sealed class Credentials(TitanDbContext db, IPasswordHasher<AccountRow> hasher, OwnTransaction transaction, IAuditLog audit) : ICredentials
{
    private static readonly AccountRow Nobody = new();
    private static string? _nobodysHash;

    // Checked against when there is nothing to check against, so that it takes as long.
    private string NobodysHash => _nobodysHash ??= hasher.HashPassword(Nobody, Secret.New());

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public async Task<AccountView?> Check(string email, string password, CancellationToken cancellationToken)
    {
        var row = await ByEmail(email, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(row ?? Nobody, row?.PasswordHash ?? NobodysHash, password);
        if (row?.PasswordHash is null || verdict == PasswordVerificationResult.Failed)
        {
            return null;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await Rehash(row, Hash(password), cancellationToken);
        }

        return AccountStore.View(row);
    }

    public async Task<bool?> CheckOwn(Guid accountId, string password, CancellationToken cancellationToken)
    {
        var hash = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.PasswordHash).SingleOrDefaultAsync(cancellationToken);
        return hash is null ? null : hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
    }

    public async Task<AccountView?> Find(string email, CancellationToken cancellationToken) =>
        await ByEmail(email, cancellationToken) is { } row ? AccountStore.View(row) : null;

    public Task<Result<AccountView>> Register(Guid accountId, string email, string passwordHash, CancellationToken cancellationToken) =>
        Change(accountId, row => (row.Email, row.NormalizedEmail, row.PasswordHash, row.IsGuest) = (email, EmailAddress.Normalize(email), passwordHash, false), cancellationToken);

    public Task<Result<AccountView>> SetPassword(Guid accountId, string passwordHash, CancellationToken cancellationToken) =>
        Change(accountId, row => row.PasswordHash = passwordHash, cancellationToken);

    public async Task<Result<AccountView>> SetEmail(Guid accountId, string email, bool confirmed, CancellationToken cancellationToken)
    {
        await audit.Record(AuditKind.EmailChanged, accountId, null, cancellationToken);
        return await Change(
            accountId, row => (row.Email, row.NormalizedEmail, row.EmailConfirmed) = (email, EmailAddress.Normalize(email), confirmed), cancellationToken);
    }

    private Task<AccountRow?> ByEmail(string email, CancellationToken cancellationToken)
    {
        var normalized = EmailAddress.Normalize(email);
        return db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized && a.Status == "active", cancellationToken);
    }

    private async Task<Result<AccountView>> Change(Guid accountId, Action<AccountRow> change, CancellationToken cancellationToken)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { } row)
        {
            return new AccountGone();
        }

        change(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.Violates(e, AccountConfiguration.EmailKey, AccountConfiguration.EmailColumn))
        {
            return new EmailTaken();
        }

        return AccountStore.View(row);
    }

    // Only if it is still the password that was checked.
    private Task<int> Rehash(AccountRow row, string hash, CancellationToken cancellationToken) => transaction.Run(
        () => db.Accounts.Where(a => a.Id == row.Id && a.PasswordHash == row.PasswordHash)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash), cancellationToken),
        cancellationToken);
}
