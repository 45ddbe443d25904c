using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Npgsql;

namespace TitanTrakr.Infrastructure.Aws;

/// <summary>
/// What stands for a password where RDS, or its proxy, believes IAM: a request to connect that is signed with the role's credentials
/// (Signature Version 4, as a query) and good for a quarter of an hour. Made here for each new connection; nobody is asked.
/// </summary>
internal static class DatabaseToken
{
    private const string Algorithm = "AWS4-HMAC-SHA256", Service = "rds-db", Expires = "900";

    /// <summary>The token for the server and user of a connection string.</summary>
    public static string For(NpgsqlConnectionStringBuilder connection, ImmutableCredentials credentials, string region, DateTimeOffset now)
    {
        var (host, time) = ($"{connection.Host}:{connection.Port}", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        var place = $"{time[..8]}/{region}/{Service}/aws4_request";
        var query = Query(
        [
            ("Action", "connect"), ("DBUser", connection.Username!), ("X-Amz-Algorithm", Algorithm), ("X-Amz-Credential", $"{credentials.AccessKey}/{place}"),
            ("X-Amz-Date", time), ("X-Amz-Expires", Expires), ("X-Amz-Security-Token", credentials.Token), ("X-Amz-SignedHeaders", "host"),
        ]);
        var request = $"GET\n/\n{query}\nhost:{host}\n\nhost\n{Sum("")}";
        var key = place.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey), Sign);
        return $"{host}/?{query}&X-Amz-Signature={Convert.ToHexStringLower(Sign(key, $"{Algorithm}\n{time}\n{place}\n{Sum(request)}"))}";
    }

    private static string Query(IEnumerable<(string Name, string Value)> members) => string.Join('&', members
        .Where(member => !string.IsNullOrEmpty(member.Value))
        .Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value)}"));

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
