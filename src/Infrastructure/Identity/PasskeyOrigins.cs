using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Whose passkeys these are: <c>Passkeys:Domain</c>, else the host of <c>PublicUrl</c>; and the pages at <c>Passkeys:Origins</c> that may use
/// them, else those of the domain itself. From settings alone, as Host and Origin headers are the caller's word. On a loopback it is localhost.
/// </summary>
internal static class PasskeyOrigins
{
    public static void Configure(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        var domain = configuration["Passkeys:Domain"] ?? DomainOf(configuration["PublicUrl"]);
        var origins = configuration.GetSection("Passkeys:Origins").Get<string[]>() ?? [];
        options.ServerDomain = domain;
        // To sign in without a name the authenticator itself has to know the account.
        options.ResidentKeyRequirement = "required";
        options.UserVerificationRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsAllowed(context.Origin, domain, origins));
    }

    private static string DomainOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && !uri.IsLoopback ? uri.Host : "localhost";

    private static bool IsAllowed(string? origin, string domain, string[] origins)
    {
        if (origins.Length > 0 || !Uri.TryCreate(origin, UriKind.Absolute, out var uri))
        {
            return origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        }

        return uri.Host == domain && (uri.Scheme == Uri.UriSchemeHttps ? uri.IsDefaultPort || domain == "localhost" : domain == "localhost");
    }
}
