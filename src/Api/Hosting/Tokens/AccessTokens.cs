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
    private TokenValidationParameters? _demands;

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

    /// <summary>Whom an access token proves; null when it isn't believed.</summary>
    public async Task<GuestProof?> ProofOf(string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || Read(token) is not { } read)
        {
            return null;
        }

        await keys.Prepare(read.Kid, cancellationToken);
        var checkedToken = await Handler.ValidateTokenAsync(read, _demands ??= Demands());
        return checkedToken.IsValid && IdIn(read, "sub") is { } accountId && IdIn(read, SessionClaim) is { } sessionId
            ? new GuestProof(accountId, sessionId)
            : null;
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return Handler.CanReadToken(token) ? Handler.ReadJsonWebToken(token) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Guid? IdIn(JsonWebToken token, string claim) => token.TryGetValue<string>(claim, out var text) && Guid.TryParse(text, out var id) ? id : null;

    // What a token must be to be believed.
    private TokenValidationParameters Demands() => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Keys.Where(key => key.KeyId == keyId),
        ValidTypes = ["at+jwt"],
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
    };

    // Clocks may be half a minute apart.
    private bool IsInTime(DateTime? notBefore, DateTime? expires)
    {
        var (now, skew) = (clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(30));
        return (notBefore is null || notBefore <= now + skew) && expires > now - skew;
    }
}
