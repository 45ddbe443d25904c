using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Plans to start workouts from.</summary>
internal static class TemplatesEndpoints
{
    public static void MapTemplatesEndpoints(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates");
        templates.MapGet("/", async ([AsParameters] ListTemplates query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(page => Results.Json(page))).Produces<Page<Template>>();
        templates.MapPost("/", async (CreateTemplate command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(Versioned.Created)).Produces<Template>(201);
        templates.MapPut("/order", async (ReorderTemplates command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(order => Results.Json(order))).Produces<TemplateOrder>();
        templates.MapPost("/from-workout/{workoutId:guid}", async (Guid workoutId, SaveTemplate? command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("workoutId", command?.WorkoutId, workoutId) is { } fault
                ? Problem.From(fault)
                : (await mediator.Send((command ?? new SaveTemplate(null, null, null, null)) with { WorkoutId = workoutId }, stop))
                    .ToHttp(Versioned.Created)).Produces<Template>(201);
        MapTemplate(templates.MapGroup("/{templateId:guid}").WithMetadata(new HasVersion()));
    }

    private static void MapTemplate(RouteGroupBuilder template)
    {
        template.MapGet("/", async (Guid templateId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetTemplate(templateId), stop)).ToHttp(Versioned.Ok)).Produces<Template>();
        template.MapPut("/", async (Guid templateId, ChangeTemplate command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("templateId", command.TemplateId, templateId) is { } fault
                ? Problem.From(fault) : (await mediator.Send(command with { TemplateId = templateId }, stop)).ToHttp(Versioned.Ok)).Produces<Template>();
        template.MapDelete("/", async (Guid templateId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new DeleteTemplate(templateId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
        template.MapPost("/start", async (Guid templateId, StartWorkout? command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("templateId", command?.TemplateId, templateId) is { } fault
                ? Problem.From(fault)
                : (await mediator.Send((command ?? new StartWorkout(null, null, null, null)) with { TemplateId = templateId }, stop))
                    .ToHttp(Versioned.Created)).Produces<WorkoutView>(201);
    }
}
