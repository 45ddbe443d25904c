using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TitanTrakr.Ceiling;

/// <summary>Who asks.</summary>
internal readonly record struct Caller(Guid AccountId, Guid SessionId);

/// <summary>Reads the product's access tokens: HS256, type, issuer, audience and expiry, as the product does.</summary>
internal sealed class Tokens(byte[] key)
{
    private readonly string _keyId = Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    public Caller? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || header[7..].Split('.') is not [var head, var claims, var signature])
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{head}.{claims}"), expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(signature)))
        {
            return null;
        }

        using var headJson = JsonDocument.Parse(Base64Url.DecodeFromChars(head));
        using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        return IsOurs(headJson.RootElement) && IsValid(json.RootElement)
            ? new Caller(json.RootElement.GetProperty("sub").GetGuid(), json.RootElement.GetProperty("sid").GetGuid())
            : null;
    }

    private bool IsOurs(JsonElement head) =>
        head.GetProperty("alg").ValueEquals("HS256") && head.GetProperty("typ").ValueEquals("at+jwt") && head.GetProperty("kid").ValueEquals(_keyId);

    private static bool IsValid(JsonElement claims)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return claims.GetProperty("iss").ValueEquals("https://titantrakr.com") && claims.GetProperty("aud").ValueEquals("titan-trakr")
            && claims.GetProperty("exp").GetInt64() > now - 30 && claims.GetProperty("nbf").GetInt64() <= now + 30;
    }
}
