using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

internal sealed class PersonalAccessTokens(TitanDbContext db, OwnTransaction transaction, TimeProvider clock) : IPersonalAccessTokens
{
    // Noted no finer than this, so that a busy script does not write a row a request.
    private static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    public async Task<TokenCaller?> Find(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.Hash(token), Times.AsStored(clock.GetUtcNow()));
        var row = await db.PersonalAccessTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken);
        if (row is null || row.ExpiresAt <= now)
        {
            return null;
        }

        if (row.LastUsedAt is not { } last || now - last >= Coarse)
        {
            var hour = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero);
            await transaction.Run(
                () => db.PersonalAccessTokens.Where(t => t.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, hour), cancellationToken),
                cancellationToken);
        }

        return new TokenCaller(row.AccountId, ScopesOf(row));
    }

    public void Add(Guid accountId, PersonalAccessToken token, string secret) => db.PersonalAccessTokens.Add(new()
    {
        Id = token.Id,
        AccountId = accountId,
        Hash = Secret.Hash(secret),
        Name = token.Name,
        Scopes = string.Join(' ', token.Scopes),
        CreatedAt = Times.AsStored(token.CreatedAt),
        ExpiresAt = token.ExpiresAt is { } at ? Times.AsStored(at) : null,
    });

    public async Task<IReadOnlyList<PersonalAccessToken>> List(Guid accountId, CancellationToken cancellationToken)
    {
        var rows = await db.PersonalAccessTokens.AsNoTracking().Where(t => t.AccountId == accountId)
            .OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PersonalAccessToken(row.Id, row.Name, ScopesOf(row), row.CreatedAt, row.ExpiresAt, row.LastUsedAt))];
    }

    public async Task<bool> Remove(Guid accountId, Guid tokenId, CancellationToken cancellationToken) =>
        await db.PersonalAccessTokens.Where(t => t.AccountId == accountId && t.Id == tokenId).ExecuteDeleteAsync(cancellationToken) > 0;

    private static IReadOnlyList<TokenScope> ScopesOf(PersonalAccessTokenRow row) => [.. row.Scopes.Split(' ').Select(Enum.Parse<TokenScope>)];
}
