using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Links into the app at <c>Mail:LinkBase</c>: a setting, as the Host header of whoever asks for a link is not to be believed.
/// The secret stands after the #, where no server and no Referer sees it.
/// </summary>
internal sealed class MailedLinks(TitanDbContext db, OwnTransaction transaction, IConfiguration configuration, TimeProvider clock) : IMailedLinks
{
    // Behind a purpose: a link that was used, kept as long as it would have worked so that the request that used it can be repeated.
    private const string Used = "-used";

    public Task<Uri> New(Guid accountId, LinkPurpose purpose, string email, CancellationToken cancellationToken) => transaction.Run(
        async () =>
        {
            var (name, secret) = (Name(purpose), Secret.New());
            var now = Times.AsStored(clock.GetUtcNow());
            await db.MailedLinks.Where(l => l.AccountId == accountId && (l.Purpose == name || l.ExpiresAt <= now)).ExecuteDeleteAsync(cancellationToken);
            var expires = now + (purpose == LinkPurpose.Reset ? TimeSpan.FromHours(1) : TimeSpan.FromHours(24));
            db.MailedLinks.Add(new() { Hash = Secret.Hash(secret), AccountId = accountId, Purpose = name, Email = email, ExpiresAt = expires });
            return new Uri($"{(configuration["Mail:LinkBase"] ?? configuration["PublicUrl"] ?? "http://localhost:5080").TrimEnd('/')}/#{name}={secret}");
        },
        cancellationToken);

    public async Task<MailedLink?> Find(string secret, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var (hash, name, now) = (Secret.Hash(secret), Name(purpose), clock.GetUtcNow());
        return await db.MailedLinks.AsNoTracking()
            .Where(l => l.Hash == hash && (l.Purpose == name || l.Purpose == name + Used) && l.ExpiresAt > now)
            .Select(l => new MailedLink(l.AccountId, l.Email))
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> Use(string secret, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var (hash, name, now) = (Secret.Hash(secret), Name(purpose), clock.GetUtcNow());
        return await db.MailedLinks.Where(l => l.Hash == hash && l.Purpose == name && l.ExpiresAt > now)
            .ExecuteUpdateAsync(link => link.SetProperty(l => l.Purpose, name + Used), cancellationToken) > 0;
    }

    private static string Name(LinkPurpose purpose) => purpose == LinkPurpose.Reset ? "reset" : "confirm";
}
