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
    public Task<Uri> New(Guid accountId, LinkPurpose purpose, string email, CancellationToken cancellationToken) => transaction.Run(
        async () =>
        {
            var (name, secret) = (Name(purpose), Secret.New());
            await db.MailedLinks.Where(l => l.AccountId == accountId && l.Purpose == name).ExecuteDeleteAsync(cancellationToken);
            var expires = Times.AsStored(clock.GetUtcNow()) + (purpose == LinkPurpose.Reset ? TimeSpan.FromHours(1) : TimeSpan.FromHours(24));
            db.MailedLinks.Add(new() { Hash = Secret.Hash(secret), AccountId = accountId, Purpose = name, Email = email, ExpiresAt = expires });
            return new Uri($"{(configuration["Mail:LinkBase"] ?? configuration["PublicUrl"] ?? "http://localhost:5080").TrimEnd('/')}/#{name}={secret}");
        },
        cancellationToken);

    public Task<MailedLink?> Follow(string secret, LinkPurpose purpose, CancellationToken cancellationToken) => transaction.Run(
        async () =>
        {
            var (hash, name, now) = (Secret.Hash(secret), Name(purpose), clock.GetUtcNow());
            var link = await db.MailedLinks.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Hash == hash && l.Purpose == name && l.ExpiresAt > now, cancellationToken);
            var used = await db.MailedLinks.Where(l => l.Hash == hash && l.Purpose == name).ExecuteDeleteAsync(cancellationToken);
            return link is null || used == 0 ? null : new MailedLink(link.AccountId, link.Email);
        },
        cancellationToken);

    private static string Name(LinkPurpose purpose) => purpose == LinkPurpose.Reset ? "reset" : "confirm";
}
