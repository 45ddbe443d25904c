using System.Security.Cryptography;

namespace TitanTrakr.Application.Common;

/// <summary>Where the keys that sign access tokens are kept: a file here, a secrets store in a cloud. Two are live at once.</summary>
public interface ISigningKeys
{
    /// <summary>The live keys, the newest first: it signs, and all of them are believed.</summary>
    Task<IReadOnlyList<SigningKey>> Load(CancellationToken cancellationToken);

    /// <summary>Adds a new key and gives up the oldest, so that two are left.</summary>
    Task<SigningKey> Rotate(CancellationToken cancellationToken);
}

/// <summary>A key that signs access tokens.</summary>
/// <param name="Id">Its public name, the token's kid.</param>
/// <param name="Secret">64 random bytes.</param>
public sealed record SigningKey(string Id, byte[] Secret, DateTimeOffset CreatedAt)
{
    /// <summary>How many are live at once.</summary>
    public const int Live = 2;

    /// <summary>A new one.</summary>
    public static SigningKey New(DateTimeOffset now) => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        RandomNumberGenerator.GetBytes(64),
        now);
}
