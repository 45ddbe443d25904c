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

        var claims = token.StartsWith(PersonalPrefix, StringComparison.Ordinal) ? await OfPersonal(token) : await OfSession(token);
        return claims is null
            ? AuthenticateResult.Fail("Unknown or expired.")
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Write(Context, 401, "unauthenticated", "Send a valid access token as Authorization: Bearer.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Write(Context, 403, "forbidden", "This token's scope does not allow that.");

    private async Task<Claim[]?> OfSession(string token) => await tokens.ProofOf(token, Context.RequestAborted) is { } proof
        ? [new("sub", proof.AccountId.ToString()), new(AccessTokens.SessionClaim, proof.SessionId.ToString())]
        : null;

    // The store is asked for here only: it comes with a connection to the database.
    private async Task<Claim[]?> OfPersonal(string token) =>
        token.Length < LongestPersonal
        && await Context.RequestServices.GetRequiredService<IPersonalAccessTokens>().Find(token, Context.RequestAborted) is { } caller
            ? [new("sub", caller.AccountId.ToString()), .. caller.Scopes.Select(scope => new Claim(ScopeClaim, scope.ToString()))]
            : null;
}
