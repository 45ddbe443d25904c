using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>Who asks: read from the Authorization header.</summary>
internal static class Authentication
{
    /// <summary>Account matters are for who signed in, not for a token that was made for a script.</summary>
    public const string OwnSession = "OwnSession";

    public static void AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<AccessTokens>();
        services.AddAuthentication(CallerHandler.Name).AddScheme<AuthenticationSchemeOptions, CallerHandler>(CallerHandler.Name, null);
        // Nothing here is kept under data-protection keys: tokens are signed by our own, what comes back is hashed. So none are made at start.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddSingleton<IAuthorizationHandler, TokenScopeHandler>();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new TokenScopeRequirement()).Build())
            .AddPolicy(OwnSession, policy => policy.RequireAuthenticatedUser().RequireClaim(AccessTokens.SessionClaim));
    }

    /// <summary>The token in the Authorization header, or null.</summary>
    public static string? Sent(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }
}
