using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>Sign-ins as rows. Whoever changes a session's tokens locks its row first.</summary>
internal sealed class Sessions(TitanDbContext db, OwnTransaction transaction, IAccountStore accounts, IAuditLog audit, TimeProvider clock) : ISessions
{
    private static readonly TimeSpan Idle = TimeSpan.FromDays(30), Absolute = TimeSpan.FromDays(90), Grace = TimeSpan.FromSeconds(10);

    private DateTimeOffset Now => Times.AsStored(clock.GetUtcNow());

    public async Task<Result<SignedIn>> Begin(AccountView account, CommandScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await transaction.Run(() => Start(account, scope, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsOrphan(e))
        {
            return new AccountGone();
        }
    }

    public Task<Result<SignedIn>> Refresh(string refreshToken, CancellationToken cancellationToken) => transaction.Run(
        async () =>
        {
            var (hash, now) = (Secret.Hash(refreshToken), Now);
            var sessionId = await db.RefreshTokens.Where(t => t.Hash == hash).Select(t => (Guid?)t.SessionId).SingleOrDefaultAsync(cancellationToken);
            var locked = await db.Sessions.Where(s => s.Id == sessionId && s.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastUsedAt, now), cancellationToken);
            if (locked == 0 || await db.RefreshTokens.SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken) is not { } row)
            {
                return new RefreshRefused();
            }

            return await Refresh(row, refreshToken, now, cancellationToken);
        },
        cancellationToken);

    public async Task<IReadOnlyList<AccountSession>> List(CommandScope scope, CancellationToken cancellationToken)
    {
        var now = Now;
        return await db.Sessions.AsNoTracking().Where(s => s.AccountId == scope.AccountId && s.ExpiresAt > now && s.LastUsedAt > now - Idle)
            .OrderByDescending(s => s.LastUsedAt).ThenBy(s => s.Id)
            .Select(s => new AccountSession(s.Id, s.Device, s.CreatedAt, s.LastUsedAt, s.Id == scope.SessionId))
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> End(Guid accountId, Guid sessionId, CancellationToken cancellationToken) =>
        await db.Sessions.Where(s => s.AccountId == accountId && s.Id == sessionId).ExecuteDeleteAsync(cancellationToken) > 0;

    public Task EndAll(Guid accountId, Guid? except, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.AccountId == accountId && (except == null || s.Id != except)).ExecuteDeleteAsync(cancellationToken);

    public Task<DateTimeOffset?> AuthenticatedAt(CommandScope scope, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.AccountId == scope.AccountId && s.Id == scope.SessionId)
            .Select(s => (DateTimeOffset?)s.AuthenticatedAt).SingleOrDefaultAsync(cancellationToken);

    public Task Reauthenticated(CommandScope scope, CancellationToken cancellationToken)
    {
        var now = Now;
        return transaction.Run(
            () => db.Sessions.Where(s => s.AccountId == scope.AccountId && s.Id == scope.SessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.AuthenticatedAt, now), cancellationToken),
            cancellationToken);
    }

    private async Task<SignedIn> Start(AccountView account, CommandScope scope, CancellationToken cancellationToken)
    {
        var now = Now;
        var key = scope.HasGivenKey ? scope.CommandId : (Guid?)null;
        await db.Sessions.Where(s => s.AccountId == account.Id && s.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var row = await db.Sessions.Where(s => s.AccountId == account.Id && (s.Id == scope.SessionId || (key != null && s.StartKey == key)))
            .FirstOrDefaultAsync(cancellationToken)
            ?? db.Sessions.Add(new() { Id = Guid.CreateVersion7(), AccountId = account.Id, CreatedAt = now, StartKey = key }).Entity;
        await db.RefreshTokens.Where(t => t.SessionId == row.Id).ExecuteDeleteAsync(cancellationToken);
        (row.Device, row.LastUsedAt, row.AuthenticatedAt, row.ExpiresAt) = (scope.Device, now, now, now + Absolute);
        return Add(account, row, Secret.New(), now + Idle);
    }

    private async Task<Result<SignedIn>> Refresh(RefreshTokenRow row, string refreshToken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleAsync(s => s.Id == row.SessionId, cancellationToken);
        if (row.UsedAt is { } usedAt && now - usedAt > Grace)
        {
            db.Sessions.Remove(session);
            await audit.Record(AuditKind.RefreshReused, row.AccountId, session.Id, cancellationToken);
            return new RefreshRefused();
        }

        if (row.ExpiresAt <= now || await accounts.Find(row.AccountId, cancellationToken) is not { } account)
        {
            return new RefreshRefused();
        }

        if (row.Successor is { } sealedSuccessor)
        {
            return new SignedIn(account, session.Id, Secret.Open(sealedSuccessor, refreshToken), row.ExpiresAt);
        }

        var successor = Secret.New();
        (row.UsedAt, row.Successor) = (now, Secret.Seal(successor, under: refreshToken));
        await ForgetOld(session.Id, now, cancellationToken);
        // A clock that was wrong for an hour must not shorten it, or its end would find everybody signed out.
        return Add(account, session, successor, now + Idle > row.ExpiresAt ? now + Idle : row.ExpiresAt);
    }

    // A used token is kept, to be recognised, as long as it could have lived; what it was sealed for only through the grace.
    private async Task ForgetOld(Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.RefreshTokens.Where(t => t.SessionId == sessionId && t.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        await db.RefreshTokens.Where(t => t.SessionId == sessionId && t.Successor != null && t.UsedAt < now - Grace)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Successor, (byte[]?)null), cancellationToken);
    }

    private SignedIn Add(AccountView account, SessionRow session, string refreshToken, DateTimeOffset idleUntil)
    {
        var expires = idleUntil < session.ExpiresAt ? idleUntil : session.ExpiresAt;
        db.RefreshTokens.Add(new() { Hash = Secret.Hash(refreshToken), AccountId = account.Id, SessionId = session.Id, ExpiresAt = expires });
        return new SignedIn(account, session.Id, refreshToken, expires);
    }
}
