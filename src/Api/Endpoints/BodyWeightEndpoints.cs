using MediatR;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;

namespace TitanTrakr.Api.Endpoints;

/// <summary>The log of body weight.</summary>
internal static class BodyWeightEndpoints
{
    public static void MapBodyWeightEndpoints(this IEndpointRouteBuilder api)
    {
        var weights = api.MapGroup("/bodyweight").WithTags("History");
        weights.MapGet("/", async ([AsParameters] ListBodyWeight query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(page => Results.Json(page))).Produces<Page<BodyWeight>>();
        weights.MapPost("/", async (LogBodyWeight command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(entry => Results.Json(entry, statusCode: 201))).Produces<BodyWeight>(201);
        weights.MapDelete("/{entryId:guid}", async (Guid entryId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new RemoveBodyWeight(entryId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
    }
}
