using MediatR;
using Microsoft.AspNetCore.Mvc;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;

namespace TitanTrakr.Api.Endpoints;

/// <summary>What a phone logged as a guest, brought along into the account that is signed in to there.</summary>
internal static class GuestMergeEndpoints
{
    public static void MapGuestMergeEndpoints(this IEndpointRouteBuilder api)
    {
        var merge = api.MapGroup("/account/merge").WithTags("Account").RequireAuthorization(Authentication.OwnSession);
        merge.MapGet("/", async ([FromHeader(Name = "Guest-Token")] string? guestToken, AccessTokens tokens, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new PreviewGuest(await tokens.ProofOf(guestToken, stop)), stop)).ToHttp(offer => Results.Json(offer)))
            .Produces<GuestOffer>();
        merge.MapPost("/", async (GuestMerge body, AccessTokens tokens, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new BringGuest(await tokens.ProofOf(body.GuestToken, stop)), stop)).ToHttp(offer => Results.Json(offer)))
            .Produces<GuestOffer>();
    }
}

/// <summary>The guest proves itself.</summary>
/// <param name="GuestToken">An access token of the guest's, still valid.</param>
internal sealed record GuestMerge(string GuestToken);
