using System.Text.Json.Nodes;
using MediatR;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Passkeys: made, kept in order, and signed in with. Options and credentials are the browser's own JSON.</summary>
internal static class PasskeysEndpoints
{
    public static void MapPasskeysEndpoints(this IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Passkeys");
        MapLogin(account);
        MapOwn(account.MapGroup("/passkeys").RequireAuthorization(Authentication.OwnSession));
    }

    private static void MapLogin(RouteGroupBuilder account)
    {
        account.MapPost("/login/passkey/options", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new BeginLoginWithPasskey(), stop)).ToHttp(Options)).AllowAnonymous()
            .Limited(Limit.Login).Produces<JsonObject>();
        account.MapPost("/login/passkey", async (LoginWithPasskey command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(signedIn => new TokenAnswer(signedIn))).AllowAnonymous()
            .Limited(Limit.Login).Produces<Tokens>();
        account.MapPost("/reauthenticate/passkey", async (ReauthenticateWithPasskey command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(_ => Results.NoContent())).RequireAuthorization(Authentication.OwnSession)
            .Limited(Limit.Login).Produces(204);
    }

    private static void MapOwn(RouteGroupBuilder passkeys)
    {
        passkeys.MapPost("/creation-options", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new BeginPasskey(), stop)).ToHttp(Options)).Produces<JsonObject>();
        passkeys.MapPost("/", async (RegisterPasskey command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(passkey => Results.Json(passkey, statusCode: 201))).Produces<PasskeyView>(201);
        passkeys.MapGet("/", async ([AsParameters] ListPasskeys query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(list => Results.Json(list))).Produces<Page<PasskeyView>>();
        passkeys.MapPatch("/{passkeyId}", async (string passkeyId, RenamePasskey command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("id", command.Id, passkeyId) is { } fault
                ? Problem.From(fault)
                : (await mediator.Send(command with { Id = passkeyId }, stop)).ToHttp(passkey => Results.Json(passkey))).Produces<PasskeyView>();
        passkeys.MapDelete("/{passkeyId}", async (string passkeyId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new RemovePasskey(passkeyId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
    }

    private static IResult Options(string json) => Results.Text(json, "application/json");
}
