using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>Passkeys by Identity's handler. Its state between the two halves of a ceremony is kept in <see cref="PasskeyChallenges"/>.</summary>
internal sealed class Passkeys(
    TitanDbContext db, IPasskeyHandler<AccountRow> handler, IUserStore<AccountRow> users, PasskeyChallenges challenges, OwnTransaction transaction) : IPasskeys
{
    // The handler asks it for nothing: domain and origins come from settings.
    private static readonly DefaultHttpContext NoRequest = new();

    private IUserPasskeyStore<AccountRow> Store => (IUserPasskeyStore<AccountRow>)users;

    public async Task<string> CreationOptions(AccountView account, CancellationToken cancellationToken)
    {
        var name = account.Email ?? "Titan Trakr";
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = name, DisplayName = name };
        var options = await handler.MakeCreationOptionsAsync(entity, NoRequest);
        await challenges.Keep(options.CreationOptionsJson, options.AttestationState!, account.Id, cancellationToken);
        return options.CreationOptionsJson;
    }

    public async Task<Result<PasskeyView>> Register(Guid accountId, string credential, string name, CancellationToken cancellationToken)
    {
        if (await challenges.Take(credential, accountId, cancellationToken) is not { } state
            || await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { } account)
        {
            return Refused;
        }

        var attestation = await handler.PerformAttestationAsync(new() { CredentialJson = credential, AttestationState = state, HttpContext = NoRequest });
        if (!attestation.Succeeded)
        {
            return Refused;
        }

        attestation.Passkey.Name = name;
        account.IsGuest = false;
        await Store.AddOrUpdatePasskeyAsync(account, attestation.Passkey, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return View(attestation.Passkey);
    }

    public async Task<string> RequestOptions(CancellationToken cancellationToken)
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, NoRequest);
        await challenges.Keep(options.RequestOptionsJson, options.AssertionState!, accountId: null, cancellationToken);
        return options.RequestOptionsJson;
    }

    public async Task<AccountView?> Check(string credential, CancellationToken cancellationToken)
    {
        if (await challenges.Take(credential, accountId: null, cancellationToken) is not { } state)
        {
            return null;
        }

        return await transaction.Run(
            async () =>
            {
                var assertion = await handler.PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = state, HttpContext = NoRequest });
                if (!assertion.Succeeded || assertion.User.Status != "active")
                {
                    return null;
                }

                await Store.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey, cancellationToken);
                return AccountStore.View(assertion.User);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<PasskeyView>> List(Guid accountId, CancellationToken cancellationToken)
    {
        var rows = await Own(accountId).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(View).OrderBy(passkey => passkey.CreatedAt).ThenBy(passkey => passkey.Id, StringComparer.Ordinal)];
    }

    public async Task<PasskeyView?> Rename(Guid accountId, string id, string name, CancellationToken cancellationToken)
    {
        if (await Find(accountId, id, cancellationToken) is not { } row)
        {
            return null;
        }

        row.Data.Name = name;
        await db.SaveChangesAsync(cancellationToken);
        return View(row);
    }

    public async Task<bool> Remove(Guid accountId, string id, CancellationToken cancellationToken)
    {
        if (await Find(accountId, id, cancellationToken) is not { } row)
        {
            return false;
        }

        db.Remove(row);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static ValidationError Refused => ValidationError.Of("credential", "This passkey was not accepted. Ask for new options and begin again.");

    private IQueryable<IdentityUserPasskey<Guid>> Own(Guid accountId) =>
        db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == accountId);

    private async Task<IdentityUserPasskey<Guid>?> Find(Guid accountId, string id, CancellationToken cancellationToken)
    {
        var credentialId = Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
        return await Own(accountId).SingleOrDefaultAsync(passkey => passkey.CredentialId == credentialId, cancellationToken);
    }

    private static PasskeyView View(IdentityUserPasskey<Guid> row) =>
        new(Base64Url.EncodeToString(row.CredentialId), row.Data.Name ?? "", Times.AsStored(row.Data.CreatedAt), row.Data.IsBackedUp);

    private static PasskeyView View(UserPasskeyInfo passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", Times.AsStored(passkey.CreatedAt), passkey.IsBackedUp);
}
