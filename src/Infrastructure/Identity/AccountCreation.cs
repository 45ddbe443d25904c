using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Accounts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// There is no account yet to keep the key's answer: creation keys have a table of their own. Their hashes, as for a day a key opens the
/// account that it made; only while nothing but the key is known of it.
/// </summary>
internal sealed class AccountCreation(TitanDbContext db, OwnTransaction transaction, IAccountStore accounts, ISessions sessions, TimeProvider clock)
    : IAccountCreation
{
    private static readonly TimeSpan Repeatable = TimeSpan.FromDays(1);

    public async Task<Result<SignedIn>> Create(CommandScope scope, string? email, string? passwordHash, CancellationToken cancellationToken)
    {
        var key = Secret.Hash(scope.CommandId.ToString());
        if (scope.HasGivenKey && await Earlier(key, cancellationToken) is { } earlier)
        {
            return await Again(earlier, scope, cancellationToken);
        }

        // A secret's is slow to work out: not inside the transaction.
        _ = scope.Fingerprint;
        try
        {
            return await transaction.Run(() => Make(scope, key, email, passwordHash, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.Violates(e, AccountConfiguration.EmailKey, AccountConfiguration.EmailColumn))
        {
            return new EmailTaken();
        }
        catch (DbUpdateException) when (scope.HasGivenKey)
        {
            // Another request with the same key was quicker, or it is a fault that will show again.
            if (await Earlier(key, cancellationToken) is { } other)
            {
                return await Again(other, scope, cancellationToken);
            }

            throw;
        }
    }

    private Task<CreationRow?> Earlier(byte[] key, CancellationToken cancellationToken) =>
        db.Creations.AsNoTracking().SingleOrDefaultAsync(c => c.KeyHash == key, cancellationToken);

    private async Task<Result<SignedIn>> Again(CreationRow earlier, CommandScope scope, CancellationToken cancellationToken)
    {
        var isRecent = clock.GetUtcNow() - earlier.CreatedAt < Repeatable;
        if (!isRecent || earlier.Fingerprint != scope.Fingerprint || await accounts.Find(earlier.AccountId, cancellationToken) is not { } account)
        {
            return new IdempotencyKeyReused();
        }

        scope.Replayed = true;
        return await sessions.Begin(account, scope, cancellationToken);
    }

    private async Task<Result<SignedIn>> Make(CommandScope scope, byte[] key, string? email, string? passwordHash, CancellationToken cancellationToken)
    {
        var row = new AccountRow
        {
            Id = Guid.CreateVersion7(),
            IsGuest = email is null,
            Email = email,
            NormalizedEmail = email is null ? null : EmailAddress.Normalize(email),
            PasswordHash = passwordHash,
            CreatedAt = Times.AsStored(clock.GetUtcNow()),
            Settings = StoredJson.Write(new AccountSettings()),
        };
        db.Accounts.Add(row);
        db.Streams.Add(new() { AccountId = row.Id, Active = true });
        if (scope.HasGivenKey)
        {
            db.Creations.Add(new() { KeyHash = key, AccountId = row.Id, Fingerprint = scope.Fingerprint, CreatedAt = row.CreatedAt });
        }

        await db.SaveChangesAsync(cancellationToken);
        return await sessions.Begin(AccountStore.View(row), scope, cancellationToken);
    }
}
