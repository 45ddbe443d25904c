using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>Sign-ins: one a device, each with a refresh token that changes at every use.</summary>
public interface ISessions
{
    /// <summary>Begins one. Under a key that began one before, or asked by one of the account's, it renews that one.</summary>
    Task<Result<SignedIn>> Begin(AccountView account, CommandScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Trades a refresh token for its successor. One that was used more than 10 s ago is in the wrong hands: its session ends.
    /// Within 10 s it gets the same successor again, for two tabs or a lost reply.
    /// </summary>
    Task<Result<SignedIn>> Refresh(string refreshToken, CancellationToken cancellationToken);

    /// <summary>The account's sessions, latest used first.</summary>
    Task<IReadOnlyList<AccountSession>> List(CommandScope scope, CancellationToken cancellationToken);

    /// <summary>Ends one; false when the account has none of that id.</summary>
    Task<bool> End(Guid accountId, Guid sessionId, CancellationToken cancellationToken);

    /// <summary>Ends all, but for one if given.</summary>
    Task EndAll(Guid accountId, Guid? except, CancellationToken cancellationToken);

    /// <summary>When the session's owner last gave a password or passkey; null when there is no such session.</summary>
    Task<DateTimeOffset?> AuthenticatedAt(CommandScope scope, CancellationToken cancellationToken);

    /// <summary>The session's owner just gave a password or passkey.</summary>
    Task Reauthenticated(CommandScope scope, CancellationToken cancellationToken);
}

/// <summary>A sign-in: the account, the session and the refresh token that keeps it, which only ever travels in its cookie.</summary>
public sealed record SignedIn(AccountView Account, Guid SessionId, string RefreshToken, DateTimeOffset RefreshExpiresAt);

/// <summary>A session as its owner sees it.</summary>
/// <param name="Device">What the device calls itself (its User-Agent).</param>
/// <param name="LastUsedAt">When it last began or was refreshed.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record AccountSession(Guid Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current);
