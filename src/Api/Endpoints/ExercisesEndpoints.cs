using MediatR;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;

namespace TitanTrakr.Api.Endpoints;

/// <summary>The library and one's own exercises.</summary>
internal static class ExercisesEndpoints
{
    public static void MapExercisesEndpoints(this IEndpointRouteBuilder api)
    {
        var exercises = api.MapGroup("/exercises").WithTags("Exercises");
        exercises.MapGet("/", async ([AsParameters] SearchExercises query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(page => Results.Json(page))).Produces<Page<ExerciseView>>();
        exercises.MapGet("/{exerciseId}", async (string exerciseId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetExercise(exerciseId), stop)).ToHttp(exercise => Results.Json(exercise))).Produces<ExerciseView>();
        exercises.MapPost("/", async (CreateExercise command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(exercise => Results.Json(exercise, statusCode: 201))).Produces<ExerciseView>(201);
        exercises.MapPatch("/{exerciseId}", async (string exerciseId, ChangeExercise command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("exerciseId", command.ExerciseId, exerciseId) is { } fault
                ? Problem.From(fault)
                : (await mediator.Send(command with { ExerciseId = exerciseId }, stop)).ToHttp(exercise => Results.Json(exercise))).Produces<ExerciseView>();
        exercises.MapPost("/{exerciseId}/unarchive", async (string exerciseId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new UnarchiveExercise(exerciseId), stop)).ToHttp(exercise => Results.Json(exercise))).Produces<ExerciseView>();
        exercises.MapPost("/{exerciseId}/merge", async (string exerciseId, MergeExercise command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("exerciseId", command.ExerciseId, exerciseId) is { } fault
                ? Problem.From(fault)
                : (await mediator.Send(command with { ExerciseId = exerciseId }, stop)).ToHttp(exercise => Results.Json(exercise))).Produces<ExerciseView>();
        exercises.MapDelete("/{exerciseId}/merge", async (string exerciseId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new UndoMerge(exerciseId), stop)).ToHttp(exercise => Results.Json(exercise))).Produces<ExerciseView>();
        exercises.MapDelete("/{exerciseId}", async (string exerciseId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ArchiveExercise(exerciseId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
    }
}
