using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>Access tokens: JWT of type at+jwt, HS256, valid for minutes. Each names its account (sub) and its session (sid).</summary>
internal sealed class AccessTokens(KeyRing keys, IConfiguration configuration, TimeProvider clock)
{
    public const string Issuer = "https://titantrakr.com", Audience = "titan-trakr", SessionClaim = "sid";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly TimeSpan _lifetime = TimeSpan.FromMinutes(configuration.GetValue("Tokens:AccessMinutes", 15));

    public int LifetimeSeconds => (int)_lifetime.TotalSeconds;

    public async Task<string> Issue(SignedIn signedIn, CancellationToken cancellationToken)
    {
        await keys.Prepare(keyId: null, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = signedIn.Account.Id.ToString(), [SessionClaim] = signedIn.SessionId.ToString() },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + _lifetime,
            SigningCredentials = new SigningCredentials(keys.Keys[0], SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>What a token must be to be believed.</summary>
    public TokenValidationParameters Demands() => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Keys.Where(key => key.KeyId == keyId),
        ValidTypes = ["at+jwt"],
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
    };

    /// <summary>Looks up the key that a token names, before it is validated.</summary>
    public async Task Prepare(string? token, CancellationToken cancellationToken)
    {
        var keyId = token is not null && Handler.CanReadToken(token) && TryRead(token) is { } read ? read.Kid : null;
        await keys.Prepare(keyId, cancellationToken);
    }

    /// <summary>Whom an access token that came in a body or a header proves; null when it isn't believed.</summary>
    public async Task<GuestProof?> ProofOf(string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        await Prepare(token, cancellationToken);
        var read = await Handler.ValidateTokenAsync(token, Demands());
        return read.IsValid && Guid.TryParse(read.Claims["sub"] as string, out var accountId) && Guid.TryParse(read.Claims[SessionClaim] as string, out var sessionId)
            ? new GuestProof(accountId, sessionId)
            : null;
    }

    private static JsonWebToken? TryRead(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Clocks may be half a minute apart.
    private bool IsInTime(DateTime? notBefore, DateTime? expires)
    {
        var (now, skew) = (clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(30));
        return (notBefore is null || notBefore <= now + skew) && expires > now - skew;
    }
}
