namespace TitanTrakr.Application.Common;

/// <summary>Tokens that an account's owner makes for scripts. Only their hashes are kept.</summary>
public interface IPersonalAccessTokens
{
    /// <summary>Who a token stands for, or null when it is unknown or expired. Notes the use, to the hour.</summary>
    Task<TokenCaller?> Find(string token, CancellationToken cancellationToken);

    /// <summary>Keeps a new one; part of the running unit of work.</summary>
    void Add(Guid accountId, PersonalAccessToken token, string secret);

    /// <summary>The account's tokens, oldest first.</summary>
    Task<IReadOnlyList<PersonalAccessToken>> List(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Removes one; false when the account has none of that id; part of the running unit of work.</summary>
    Task<bool> Remove(Guid accountId, Guid tokenId, CancellationToken cancellationToken);
}

/// <summary>Whom a token stands for, and what it may do.</summary>
public sealed record TokenCaller(Guid AccountId, IReadOnlyList<TokenScope> Scopes);

/// <summary>What a token may do.</summary>
public enum TokenScope
{
    /// <summary>GET.</summary>
    Read,

    /// <summary>Everything else, but for account matters.</summary>
    Write,
}

/// <summary>A token as its owner sees it.</summary>
/// <param name="ExpiresAt">Null: never.</param>
/// <param name="LastUsedAt">To the hour; null: never.</param>
public sealed record PersonalAccessToken(
    Guid Id, string Name, IReadOnlyList<TokenScope> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
