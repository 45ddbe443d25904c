namespace TitanTrakr.Infrastructure.Identity;

/// <summary>A sign-in on one device. Ending it deletes the row, and with it its refresh tokens.</summary>
internal sealed class SessionRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public string Device { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset LastUsedAt { get; set; }

    /// <summary>When its owner last proved to be the owner, by password or passkey.</summary>
    public DateTimeOffset AuthenticatedAt { get; set; }

    /// <summary>However often it is used: 90 days after it began.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The key under which the sign-in was sent: sent again, it replaces the session.</summary>
    public Guid? StartKey { get; set; }
}

/// <summary>A refresh token by its hash. One that was used keeps its successor for the moments of grace, sealed under itself.</summary>
internal sealed class RefreshTokenRow
{
    public byte[] Hash { get; set; } = [];
    public Guid AccountId { get; set; }
    public Guid SessionId { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public byte[]? Successor { get; set; }
}

/// <summary>Which account a creation key made: there is no account yet whose keys could hold it.</summary>
internal sealed class CreationRow
{
    public byte[] KeyHash { get; set; } = [];
    public Guid AccountId { get; set; }
    public string Fingerprint { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A passkey ceremony that was begun, by the hash of its challenge; gone once it is answered.</summary>
internal sealed class ChallengeRow
{
    public byte[] Hash { get; set; } = [];

    /// <summary>Null while nobody is signed in.</summary>
    public Guid? AccountId { get; set; }
    public string State { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A link that was mailed, by the hash of its secret; gone once it is followed.</summary>
internal sealed class MailedLinkRow
{
    public byte[] Hash { get; set; } = [];
    public Guid AccountId { get; set; }
    public string Purpose { get; set; } = "";

    /// <summary>The address that it was mailed to.</summary>
    public string Email { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A personal access token by its hash.</summary>
internal sealed class PersonalAccessTokenRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public byte[] Hash { get; set; } = [];
    public string Name { get; set; } = "";

    /// <summary>Names of scopes with a blank between.</summary>
    public string Scopes { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
}
