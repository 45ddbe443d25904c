using System.Security.Cryptography;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>Signing keys from <c>Tokens:Keys</c>, which a secrets store fills: base64 of 32 bytes or more each, the newest first, parted by blanks.</summary>
internal sealed class SigningKeySetting(string setting) : ISigningKeys
{
    private const int Least = 32;

    public Task<IReadOnlyList<SigningKey>> Load(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SigningKey>>([.. setting.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(SigningKey.Live).Select(Read)]);

    public Task<SigningKey> Rotate(CancellationToken cancellationToken) => throw new InvalidOperationException(
        "The signing keys come from Tokens:Keys. Put a new one in front there, leave the last one out, and start the hosts again.");

    private static SigningKey Read(string text)
    {
        var secret = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, secret, out var length) || length < Least)
        {
            throw new InvalidOperationException($"Each of Tokens:Keys is base64 of {Least} bytes or more.");
        }

        secret = secret[..length];
        return new SigningKey(Convert.ToHexStringLower(SHA256.HashData(secret))[..16], secret, DateTimeOffset.UnixEpoch);
    }
}
