using System.Security.Cryptography;
using System.Text;

namespace TitanTrakr.Domain.Exchange;

/// <summary>Ids made of content: the same content always gets the same id, which is what makes a second import add nothing.</summary>
public static class DerivedId
{
    /// <summary>A UUID of version 8 (RFC 9562) from a SHA-256 over the text.</summary>
    public static Guid Of(string content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(content), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
