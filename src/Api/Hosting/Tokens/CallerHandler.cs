using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>
/// Authenticates by the token in the Authorization header: a session's access token, or a personal one, which its prefix tells. Checked by the
/// library that the framework's own bearer handler asks, without the discovery of foreign issuers that comes with that one.
/// </summary>
internal sealed class CallerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Caller", ScopeClaim = "scope";

    private const string PersonalPrefix = "tt_pat_";

    private const int LongestPersonal = 100;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Authentication.Sent(Request) is not { Length: > 0 } token)
        {
            return AuthenticateResult.NoResult();
        }

        var isPersonal = token.StartsWith(PersonalPrefix, StringComparison.Ordinal);
        return await (isPersonal ? OfPersonal(token) : tokens.CallerOf(token, Context.RequestAborted)) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller, Name))
            : AuthenticateResult.Fail("Unknown or expired.");
    }

    /// <summary>Whoever has proven these claims.</summary>
    public static ClaimsPrincipal Principal(params Claim[] claims) => new(new ClaimsIdentity(claims, Name));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Write(Context, 401, "unauthenticated", "Send a valid access token as Authorization: Bearer.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Write(Context, 403, "forbidden", "This token's scope does not allow that.");

    // The store is asked for here only: it comes with a connection to the database.
    private async Task<ClaimsPrincipal?> OfPersonal(string token) =>
        token.Length < LongestPersonal
        && await Context.RequestServices.GetRequiredService<IPersonalAccessTokens>().Find(token, Context.RequestAborted) is { } caller
            ? Principal([new("sub", caller.AccountId.ToString()), .. caller.Scopes.Select(scope => new Claim(ScopeClaim, scope.ToString()))])
            : null;
}
