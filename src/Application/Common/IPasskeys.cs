using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>
/// Passkeys (WebAuthn). Options and credentials are the JSON of the browser's own <c>parse…FromJSON</c> and <c>toJSON</c>. Each challenge
/// works once, within 5 minutes.
/// </summary>
public interface IPasskeys
{
    /// <summary>Begins to make a passkey: the browser's creation options.</summary>
    Task<string> CreationOptions(AccountView account, CancellationToken cancellationToken);

    /// <summary>Keeps what the browser made, if it proves right; part of the running unit of work.</summary>
    Task<Result<PasskeyView>> Register(Guid accountId, string credential, string name, CancellationToken cancellationToken);

    /// <summary>Begins a sign-in without a name: the browser's request options.</summary>
    Task<string> RequestOptions(CancellationToken cancellationToken);

    /// <summary>The account that the passkey belongs to, or null when it proves nothing or was answered before.</summary>
    Task<AccountView?> Check(string credential, CancellationToken cancellationToken);

    /// <summary>The account's passkeys, oldest first.</summary>
    Task<IReadOnlyList<PasskeyView>> List(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Gives one another name, or answers null when the account has none of that id; part of the running unit of work.</summary>
    Task<PasskeyView?> Rename(Guid accountId, string id, string name, CancellationToken cancellationToken);

    /// <summary>Removes one; false when the account has none of that id; part of the running unit of work.</summary>
    Task<bool> Remove(Guid accountId, string id, CancellationToken cancellationToken);
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">The credential id, base64url.</param>
/// <param name="Synced">Whether the authenticator keeps copies of it elsewhere.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset CreatedAt, bool Synced);
