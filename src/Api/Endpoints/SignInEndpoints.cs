using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Ways in and out, and where the account is signed in.</summary>
internal static class SignInEndpoints
{
    public static void MapSignInEndpoints(this IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Account");
        MapWaysIn(account);
        MapSessions(account);
    }

    private static void MapWaysIn(RouteGroupBuilder account)
    {
        account.MapPost("/guest", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new CreateGuest(), stop)).ToHttp(signedIn => new TokenAnswer(signedIn, 201)))
            .AllowAnonymous().Limited(Limit.Guest).Produces<Tokens>(201);
        account.MapPost("/register", async (Register command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(signedIn => new TokenAnswer(signedIn, 201)))
            .AllowAnonymous().AddEndpointFilter(RefuseTokensThatAreNotBelieved).WithMetadata(new SecretBody(), new AsGuest())
            .Limited<Register>(register => register.Email, Limit.Register).Produces<Tokens>(201);
        account.MapPost("/login", async (Login command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(signedIn => new TokenAnswer(signedIn)))
            .AllowAnonymous().WithMetadata(new SecretBody()).Limited<Login>(login => login.Email, Limit.Login).Produces<Tokens>();
        account.MapPost("/refresh", async (HttpContext context, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new Refresh(RefreshCookie.Read(context.Request)), stop)).ToHttp(signedIn => new TokenAnswer(signedIn)))
            .AllowAnonymous().Limited(Limit.Refresh).Produces<Tokens>();
        account.MapPost("/reauthenticate", async (Reauthenticate command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(_ => Results.NoContent()))
            .RequireAuthorization(Authentication.OwnSession).WithMetadata(new SecretBody()).Limited(Limit.Login).Produces(204);
    }

    private static void MapSessions(RouteGroupBuilder everything)
    {
        var account = everything.MapGroup("").RequireAuthorization(Authentication.OwnSession);
        account.MapPost("/logout", async (CommandScope scope, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new EndSession(scope.SessionId ?? Guid.Empty), stop)).ToHttp(_ => new SignOutAnswer())).Produces(204);
        account.MapGet("/sessions", async ([AsParameters] ListSessions query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(sessions => Results.Json(sessions))).Produces<Page<AccountSession>>();
        account.MapDelete("/sessions", async (bool? onlyOthers, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new EndSessions(onlyOthers), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
        account.MapDelete("/sessions/{sessionId:guid}", async (Guid sessionId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new EndSession(sessionId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
    }

    // A guest whose token has expired must not get a second, empty account instead of keeping the first.
    private static async ValueTask<object?> RefuseTokensThatAreNotBelieved(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Authentication.Sent(context.HttpContext.Request) is not null && context.HttpContext.User.FindFirst(AccessTokens.SessionClaim) is null
            ? Problem.From(401, "unauthenticated", "The access token that came along is not valid. Refresh it, or send none for a new account.")
            : await next(context);
}

/// <summary>An access token and whose it is.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record Tokens(string AccessToken, int ExpiresIn, AccountView Account);

/// <summary>Answers a sign-in: the access token in the body, the refresh token in its cookie.</summary>
internal sealed class TokenAnswer(SignedIn signedIn, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tokens = httpContext.RequestServices.GetRequiredService<AccessTokens>();
        var accessToken = await tokens.Issue(signedIn, httpContext.RequestAborted);
        RefreshCookie.Write(httpContext.Response, signedIn.RefreshToken, signedIn.RefreshExpiresAt);
        await Results.Json(new Tokens(accessToken, tokens.LifetimeSeconds, signedIn.Account), statusCode: status).ExecuteAsync(httpContext);
    }
}

/// <summary>Answers a sign-out: the refresh token's cookie goes.</summary>
internal sealed class SignOutAnswer : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        RefreshCookie.Clear(httpContext.Response);
        return Results.NoContent().ExecuteAsync(httpContext);
    }
}
