using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Api.Endpoints;

/// <summary>What was trained.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistoryEndpoints(this IEndpointRouteBuilder api)
    {
        var history = api.MapGroup("/history").WithTags("History").WithMetadata(new HasVersion());
        history.MapGet("/", async ([AsParameters] ListHistory query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(page => new Served(page))).Produces<Page<WorkoutView>>();
        history.MapPost("/", async (RecordWorkout command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(Versioned.Created)).Produces<WorkoutView>(201);
        history.MapGet("/{workoutId:guid}", async (Guid workoutId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetPastWorkout(workoutId), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        history.MapPatch("/{workoutId:guid}", async (Guid workoutId, ChangePastWorkout command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("workoutId", command.WorkoutId, workoutId) is { } fault
                ? Problem.From(fault) : (await mediator.Send(command with { WorkoutId = workoutId }, stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        history.MapDelete("/{workoutId:guid}", async (Guid workoutId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new DeleteWorkout(workoutId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
        history.MapPost("/{workoutId:guid}/restore", async (Guid workoutId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new RestoreWorkout(workoutId), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        history.MapPost("/{workoutId:guid}/resume", async (Guid workoutId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ResumeWorkout(workoutId), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        MapWhatFollows(history);
    }

    private static void MapWhatFollows(RouteGroupBuilder history)
    {
        history.MapGet("/exercises/{exerciseId}", async ([AsParameters] ListExerciseSessions query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(page => new Served(page))).Produces<Page<ExerciseSession>>();
        history.MapGet("/records", async ([AsParameters] GetRecords query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(records => Results.Json(records))).Produces<RecordsView>();
        history.MapGet("/stats", async ([AsParameters] GetStatistics query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(statistics => Results.Json(statistics))).Produces<StatisticsView>();
    }
}
