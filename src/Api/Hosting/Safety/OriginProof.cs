using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>
/// Behind a proxy that proves itself by the origin secret: what it says of the client is believed, and nobody else is served but
/// <c>/health/live</c>. Without a configured secret nobody's word on addresses is believed.
/// </summary>
internal sealed class OriginProof(RequestDelegate next, IConfiguration configuration)
{
    /// <summary>The header that carries the secret.</summary>
    public const string Header = "X-Origin-Secret";

    private readonly string _addressHeader = configuration["Origin:AddressHeader"] ?? "CloudFront-Viewer-Address";

    private readonly byte[][] _digests =
        [.. new[] { configuration["Origin:Secret"], configuration["Origin:PreviousSecret"] }
            .Where(secret => !string.IsNullOrEmpty(secret)).Select(secret => Digest(secret!))];

    public Task Invoke(HttpContext context)
    {
        if (_digests.Length == 0 || context.Request.Path == "/health/live")
        {
            return next(context);
        }

        if (!Proves(context.Request.Headers[Header].ToString()))
        {
            return Problem.Write(context, 403, "forbidden", "This address is not served directly. Use the public one.");
        }

        Believe(context);
        return next(context);
    }

    // Digests have one length, and every one is compared: the time says nothing of the secret.
    private bool Proves(string sent)
    {
        var digest = Digest(sent);
        return _digests.Aggregate(false, (proven, known) => CryptographicOperations.FixedTimeEquals(digest, known) | proven);
    }

    private void Believe(HttpContext context)
    {
        var headers = context.Request.Headers;
        var viewer = headers[_addressHeader].ToString();
        var address = viewer.Length > 0 ? WithoutPort(viewer) : headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (IPAddress.TryParse(address, out var client))
        {
            context.Connection.RemoteIpAddress = client;
        }

        var scheme = headers["CloudFront-Forwarded-Proto"].ToString();
        if ((scheme.Length > 0 ? scheme : headers["X-Forwarded-Proto"].ToString()) is "https")
        {
            context.Request.Scheme = "https";
        }
    }

    // "198.51.100.10:46532", "[2001:db8::1]:46532", or the same without brackets: the last part is the port.
    private static string WithoutPort(string address) =>
        address.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(address[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? address[..colon].Trim('[', ']')
            : address;

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
