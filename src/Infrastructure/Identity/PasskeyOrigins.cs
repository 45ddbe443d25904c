using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Whose passkeys these are: <c>Passkeys:Domain</c> and the pages at <c>Passkeys:Origins</c> that may use them. From settings alone,
/// as Host and Origin headers are the caller's word. By default localhost on any port.
/// </summary>
internal static class PasskeyOrigins
{
    public static void Configure(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        var domain = configuration["Passkeys:Domain"] ?? "localhost";
        var origins = configuration.GetSection("Passkeys:Origins").Get<string[]>() ?? [];
        options.ServerDomain = domain;
        // To sign in without a name the authenticator itself has to know the account.
        options.ResidentKeyRequirement = "required";
        options.UserVerificationRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsAllowed(context.Origin, domain, origins));
    }

    private static bool IsAllowed(string? origin, string domain, string[] origins)
    {
        if (origins.Length > 0 || !Uri.TryCreate(origin, UriKind.Absolute, out var uri))
        {
            return origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        }

        return uri.Host == domain && (uri.Scheme == Uri.UriSchemeHttps ? uri.IsDefaultPort || domain == "localhost" : domain == "localhost");
    }
}
