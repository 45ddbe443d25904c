using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Events;

namespace TitanTrakr.Api.Endpoints;

/// <summary>The offline queue's door in, and the feed that other devices follow out.</summary>
internal static class EventsEndpoints
{
    public static void MapEventsEndpoints(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/events").WithTags("Events");
        events.MapGet("/", async ([AsParameters] ReadEvents query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(feed => Results.Json(feed))).Produces<EventFeed>();
        events.MapPost("/", async (CommandBatch batch, CommandQueue queue, CancellationToken stop) =>
            (await queue.Run(batch, stop)).ToHttp(results => Results.Json(results)))
            .WithMetadata(new NoKey()).Produces<BatchResults>();
    }
}
