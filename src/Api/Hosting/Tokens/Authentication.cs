using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>Who asks: read from the Authorization header.</summary>
internal static class Authentication
{
    /// <summary>Account matters are for who signed in, not for a token that was made for a script.</summary>
    public const string OwnSession = "OwnSession";

    private const string Caller = "Caller";

    public static void AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<AccessTokens>();
        services.AddAuthentication(Caller)
            .AddPolicyScheme(Caller, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, PersonalAccessTokenHandler>(PersonalAccessTokenHandler.Name, null)
            .AddJwtBearer();
        // Nothing here is kept under data-protection keys: tokens are signed by our own, what comes back is hashed. So none are made at start.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens>(Configure);
        services.AddSingleton<IAuthorizationHandler, TokenScopeHandler>();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new TokenScopeRequirement()).Build())
            .AddPolicy(OwnSession, policy => policy.RequireAuthenticatedUser().RequireClaim(AccessTokens.SessionClaim));
    }

    private static string SchemeOf(HttpContext context) =>
        Sent(context.Request)?.StartsWith(PersonalAccessTokenHandler.Prefix, StringComparison.Ordinal) == true
            ? PersonalAccessTokenHandler.Name
            : JwtBearerDefaults.AuthenticationScheme;

    private static void Configure(JwtBearerOptions options, AccessTokens tokens)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = tokens.Demands();
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context => tokens.Prepare(Sent(context.Request), context.HttpContext.RequestAborted),
            OnChallenge = context =>
            {
                context.HandleResponse();
                return Challenge(context.HttpContext);
            },
            OnForbidden = context => Forbid(context.HttpContext),
        };
    }

    /// <summary>401, for whoever sent no token or one that isn't believed.</summary>
    public static Task Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Write(context, 401, "unauthenticated", "Send a valid access token as Authorization: Bearer.");
    }

    /// <summary>403.</summary>
    public static Task Forbid(HttpContext context) => Problem.Write(context, 403, "forbidden", "This token's scope does not allow that.");

    /// <summary>The token in the Authorization header, or null.</summary>
    public static string? Sent(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }
}
