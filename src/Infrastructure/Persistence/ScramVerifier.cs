using System.Security.Cryptography;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803), worked out here: a statement that carries it may be logged, and nobody can
/// sign in with it. The password is ASCII, of which SASLprep changes nothing.
/// </summary>
internal static class ScramVerifier
{
    // PostgreSQL's own.
    private const int Iterations = 4096, SaltBytes = 16, KeyBytes = 32;

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
