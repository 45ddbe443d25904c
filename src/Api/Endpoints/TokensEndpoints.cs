using MediatR;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Personal access tokens.</summary>
internal static class TokensEndpoints
{
    public static void MapTokensEndpoints(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/account/tokens").WithTags("Tokens").RequireAuthorization(Authentication.OwnSession);
        tokens.MapGet("/", async ([AsParameters] ListTokens query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(list => Results.Json(list))).Produces<Page<PersonalAccessToken>>();
        tokens.MapPost("/", async (CreateToken command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(created => Results.Json(created, statusCode: 201))).Produces<CreatedToken>(201);
        tokens.MapDelete("/{tokenId:guid}", async (Guid tokenId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new DeleteToken(tokenId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
    }
}
