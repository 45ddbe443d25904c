using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>Secrets that we make: 256 random bits as base64url. Only their SHA-256 is stored; with so many bits it needs no salt and no slowness.</summary>
internal static class Secret
{
    private const int Nonce = 12, Tag = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Encrypts one secret under another: whoever has the other can read it, the database can't.</summary>
    public static byte[] Seal(string secret, string under)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var cipher = Cipher(under);
        cipher.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag));
        return box;
    }

    public static string Open(byte[] box, string under)
    {
        var plain = new byte[box.Length - Nonce - Tag];
        using var cipher = Cipher(under);
        cipher.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static AesGcm Cipher(string under) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(under), 32, info: "successor"u8.ToArray()), Tag);
}
