using System.Security.Cryptography;

namespace TitanTrakr.Api.Hosting;

/// <summary>Marks a route whose body holds a password: its digest, which is stored for replays, has to be as costly to guess as the password's own hash.</summary>
internal sealed class SecretBody
{
    /// <summary>A digest that is salted with the key it is stored under, and slow.</summary>
    public static string Digest(byte[] request, Guid key, int iterations) =>
        Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(request, key.ToByteArray(), iterations, HashAlgorithmName.SHA512, 32));
}
