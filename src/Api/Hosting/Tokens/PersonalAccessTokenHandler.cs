using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>Authenticates by a personal access token.</summary>
internal sealed class PersonalAccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IPersonalAccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "PersonalAccessToken", Prefix = "tt_pat_", ScopeClaim = "scope";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Authentication.Sent(Request) is not { Length: < 100 } token || await tokens.Find(token, Context.RequestAborted) is not { } caller)
        {
            return AuthenticateResult.Fail("Unknown or expired.");
        }

        var claims = caller.Scopes.Select(scope => new Claim(ScopeClaim, scope.ToString())).Append(new Claim("sub", caller.AccountId.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Authentication.Challenge(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Authentication.Forbid(Context);
}
