using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Api.Endpoints;

/// <summary>The running workout, and corrections of any workout.</summary>
internal static class WorkoutsEndpoints
{
    public static void MapWorkoutsEndpoints(this IEndpointRouteBuilder api)
    {
        var workouts = api.MapGroup("/workouts").WithTags("Workouts").WithMetadata(new HasVersion());
        MapWorkout(workouts);
        workouts.MapRunningExercises();
        workouts.MapPastExercises();
        MapSets(workouts);
    }

    private static void MapWorkout(RouteGroupBuilder workouts)
    {
        workouts.MapPost("/", async (StartWorkout command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(Versioned.Created)).Produces<WorkoutView>(201);
        workouts.MapGet("/current", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetCurrentWorkout(), stop))
                .ToHttp(current => current.Workout is { } workout ? Versioned.Ok(workout) : Results.NoContent()))
            .Produces<WorkoutView>().Produces(204);
        workouts.MapPatch("/current", async (DescribeWorkout command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        workouts.MapPost("/current/complete", async (CompleteWorkout? command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command ?? new CompleteWorkout(null), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        workouts.MapDelete("/current", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new DiscardWorkout(), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
        workouts.MapPost("/current/undo", async (Undo? command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command ?? new Undo(), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        workouts.MapPost("/current/redo", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new Redo(), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
    }

    private static void MapSets(RouteGroupBuilder workouts)
    {
        workouts.MapPlainSets("/current/sets", async (LogSet command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("workoutId", command.WorkoutId, null) is { } fault
                ? Problem.From(fault) : (await mediator.Send(command, stop)).ToHttp(Versioned.Created)).Produces<LoggedSet>(201);
        workouts.MapPost("/{workoutId:guid}/sets", async (Guid workoutId, LogSet command, IMediator mediator, CancellationToken stop) =>
            PathId.Fault("workoutId", command.WorkoutId, workoutId) is { } fault
                ? Problem.From(fault) : (await mediator.Send(command with { WorkoutId = workoutId }, stop)).ToHttp(Versioned.Created)).Produces<LoggedSet>(201);
        workouts.MapPatch("/{workoutId:guid}/sets/{setId:guid}",
            async (Guid workoutId, Guid setId, CorrectSet command, IMediator mediator, CancellationToken stop) =>
                (PathId.Fault("workoutId", command.WorkoutId, workoutId) ?? PathId.Fault("setId", command.SetId, setId)) is { } fault
                    ? Problem.From(fault)
                    : (await mediator.Send(command with { WorkoutId = workoutId, SetId = setId }, stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
        workouts.MapDelete("/{workoutId:guid}/sets/{setId:guid}", async (Guid workoutId, Guid setId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new RemoveSet(workoutId, setId), stop)).ToHttp(Versioned.Ok)).Produces<WorkoutView>();
    }
}
