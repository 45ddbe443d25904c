using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Training logs in and out.</summary>
internal static class ExchangeEndpoints
{
    public static void MapExchangeEndpoints(this IEndpointRouteBuilder api)
    {
        var exchange = api.MapGroup("").WithTags("Exchange");
        exchange.MapPost("/import", async ([AsParameters] ImportChoices choices, HttpRequest request, IMediator mediator, CommandScope scope, CancellationToken stop) =>
            await (await ImportUpload.Read(request, choices, scope, stop)).Then(import => mediator.Send(import, stop), report => Results.Json(report)))
            .Accepts<Stream>("text/csv", "multipart/form-data").Produces<ImportReport>();
        exchange.MapGet("/imports", async ([AsParameters] ListImports query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(page => Results.Json(page))).Produces<Page<ImportSummary>>();
        exchange.MapDelete("/imports/{importId:guid}", async (Guid importId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new UndoImport(importId), stop)).ToHttp(import => Results.Json(import))).Produces<ImportSummary>();
        exchange.MapGet("/export.csv", async ([AsParameters] ExportCsv query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(file => Results.Stream(to => file.Write(to, stop), "text/csv; charset=utf-8", file.Name)))
            .WithMetadata(new InParts("Take it in pages: GET /api/history has the workouts with their sets.")).Produces<Stream>(200, "text/csv");
    }
}
