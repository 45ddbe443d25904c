using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>Access tokens: JWT of type at+jwt, HS256, valid for minutes. Each names its account (sub) and its session (sid).</summary>
internal sealed class AccessTokens(KeyRing keys, IConfiguration configuration, TimeProvider clock)
{
    public const string Issuer = "https://titantrakr.com", Audience = "titan-trakr", SessionClaim = "sid";

    private const int MostBelieved = 4096;

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly TimeSpan _lifetime = TimeSpan.FromMinutes(configuration.GetValue("Tokens:AccessMinutes", 15));
    // A busy phone sends the same one a hundred times while it lives.
    private readonly ConcurrentDictionary<string, Believed> _believed = new(StringComparer.Ordinal);
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
    public async Task<GuestProof?> ProofOf(string? token, CancellationToken cancellationToken) => (await Find(token, cancellationToken))?.Proof;

    /// <summary>The same as the framework takes it; every request with the token gets the same one.</summary>
    public async Task<ClaimsPrincipal?> CallerOf(string? token, CancellationToken cancellationToken) => (await Find(token, cancellationToken))?.Caller;

    private async ValueTask<Believed?> Find(string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        if (!_believed.TryGetValue(token, out var believed))
        {
            return await Check(token, cancellationToken) is { } proven ? Believe(token, proven) : null;
        }

        // What a token says and who signed it stays so. Its time passes, and a key may be given up.
        await keys.Prepare(believed.KeyId, cancellationToken);
        return keys.Keys.Any(key => key.KeyId == believed.KeyId) && IsInTime(believed.From, believed.Until) ? believed : null;
    }

    private async Task<Believed?> Check(string token, CancellationToken cancellationToken)
    {
        if (Read(token) is not { } read)
        {
            return null;
        }

        await keys.Prepare(read.Kid, cancellationToken);
        var checkedToken = await Handler.ValidateTokenAsync(read, _demands ??= Demands());
        return checkedToken.IsValid && IdIn(read, "sub") is { } accountId && IdIn(read, SessionClaim) is { } sessionId
            ? new Believed(new GuestProof(accountId, sessionId), read.Kid, read.ValidFrom, read.ValidTo)
            : null;
    }

    private Believed Believe(string token, Believed proven)
    {
        if (_believed.Count >= MostBelieved)
        {
            _believed.Clear();
        }

        return _believed[token] = proven;
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

    private sealed record Believed(GuestProof Proof, string KeyId, DateTime From, DateTime Until)
    {
        public ClaimsPrincipal Caller { get; } = CallerHandler.Principal(new("sub", Proof.AccountId.ToString()), new(SessionClaim, Proof.SessionId.ToString()));
    }
}
