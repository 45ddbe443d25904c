using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Guests, settings and leaving.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Account");
        account.MapPost("/guest", async (IMediator mediator, AccessTokens tokens, CancellationToken stop) =>
            (await mediator.Send(new CreateGuest(), stop)).ToHttp(guest =>
                Results.Json(new SignedIn(tokens.Issue(guest.Id), tokens.LifetimeSeconds, guest), statusCode: 201)))
            .AllowAnonymous().Limited(Limit.Guest).Produces<SignedIn>(201);
        account.MapGet("/", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetAccount(), stop)).ToHttp(view => Results.Json(view))).Produces<AccountView>();
        account.MapGet("/audit", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ListAuditEntries(), stop)).ToHttp(entries => Results.Json(entries))).Produces<AuditEntries>();
        account.MapDelete("/", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new DeleteAccount(), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
        account.MapPatch("/settings", async (ChangeSettings command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(view => Results.Json(view))).Produces<AccountView>();
    }
}

/// <summary>A token and whose it is.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record SignedIn(string AccessToken, int ExpiresIn, AccountView Account);
