using MediatR;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Endpoints;

/// <summary>The exercises of a workout, and the supersets they are bound into: of the running one, and the same of past ones.</summary>
internal static class WorkoutExercisesEndpoints
{
    public static void MapRunningExercises(this RouteGroupBuilder workouts)
    {
        var current = workouts.MapGroup("/current");
        current.MapPost("/exercises", (AddExercise command, IMediator mediator, CancellationToken stop) =>
            Add(command, Fault(command.WorkoutId, null), mediator, stop)).Produces<WorkoutView>(201);
        current.MapPatch("/exercises/{entryId:guid}", (Guid entryId, EntryChange change, IMediator mediator, CancellationToken stop) =>
            Change(null, entryId, change, mediator, stop)).Produces<WorkoutView>();
        current.MapDelete("/exercises/{entryId:guid}", (Guid entryId, IMediator mediator, CancellationToken stop) =>
            Send(new RemoveExercise(entryId), mediator, stop)).Produces<WorkoutView>();
        current.MapPut("/exercises/order", (ReorderExercises command, IMediator mediator, CancellationToken stop) =>
            Send(command, Fault(command.WorkoutId, null), mediator, stop)).Produces<WorkoutView>();
        current.MapPost("/supersets", (MakeSuperset command, IMediator mediator, CancellationToken stop) =>
            Add(command, Fault(command.WorkoutId, null), mediator, stop)).Produces<WorkoutView>(201);
        current.MapDelete("/supersets/{supersetId:guid}", (Guid supersetId, IMediator mediator, CancellationToken stop) =>
            Send(new BreakSuperset(supersetId), mediator, stop)).Produces<WorkoutView>();
    }

    public static void MapPastExercises(this RouteGroupBuilder workouts)
    {
        var past = workouts.MapGroup("/{workoutId:guid}");
        past.MapPost("/exercises", (Guid workoutId, AddExercise command, IMediator mediator, CancellationToken stop) =>
            Add(command with { WorkoutId = workoutId }, Fault(command.WorkoutId, workoutId), mediator, stop)).Produces<WorkoutView>(201);
        past.MapPatch("/exercises/{entryId:guid}", (Guid workoutId, Guid entryId, EntryChange change, IMediator mediator, CancellationToken stop) =>
            Change(workoutId, entryId, change, mediator, stop)).Produces<WorkoutView>();
        past.MapDelete("/exercises/{entryId:guid}", (Guid workoutId, Guid entryId, IMediator mediator, CancellationToken stop) =>
            Send(new RemoveExercise(entryId, workoutId), mediator, stop)).Produces<WorkoutView>();
        past.MapPut("/exercises/order", (Guid workoutId, ReorderExercises command, IMediator mediator, CancellationToken stop) =>
            Send(command with { WorkoutId = workoutId }, Fault(command.WorkoutId, workoutId), mediator, stop)).Produces<WorkoutView>();
        past.MapPost("/supersets", (Guid workoutId, MakeSuperset command, IMediator mediator, CancellationToken stop) =>
            Add(command with { WorkoutId = workoutId }, Fault(command.WorkoutId, workoutId), mediator, stop)).Produces<WorkoutView>(201);
        past.MapDelete("/supersets/{supersetId:guid}", (Guid workoutId, Guid supersetId, IMediator mediator, CancellationToken stop) =>
            Send(new BreakSuperset(supersetId, workoutId), mediator, stop)).Produces<WorkoutView>();
    }

    private static Error? Fault(Guid? body, Guid? path) => PathId.Fault("workoutId", body, path);

    private static async Task<IResult> Add(IWorkoutCommand<WorkoutView> command, Error? fault, IMediator mediator, CancellationToken stop) =>
        fault is null ? (await mediator.Send(command, stop)).ToHttp(Versioned.Created) : Problem.From(fault);

    private static async Task<IResult> Send(IWorkoutCommand<WorkoutView> command, Error? fault, IMediator mediator, CancellationToken stop) =>
        fault is null ? (await mediator.Send(command, stop)).ToHttp(Versioned.Ok) : Problem.From(fault);

    private static Task<IResult> Send(IWorkoutCommand<WorkoutView> command, IMediator mediator, CancellationToken stop) => Send(command, null, mediator, stop);

    // A swap stands alone: what is described belongs to the exercise before it or to the one after it, and nobody could tell.
    private static Task<IResult> Change(Guid? workoutId, Guid entryId, EntryChange change, IMediator mediator, CancellationToken stop) =>
        change.ExerciseId is not { } exerciseId
            ? Send(new DescribeExercise(entryId, change.SupersetId, change.Note, change.Skipped, workoutId), mediator, stop)
        : change is { SupersetId.Given: false, Note.Given: false, Skipped: null }
            ? Send(new ReplaceExercise(entryId, exerciseId, workoutId), mediator, stop)
            : Task.FromResult(Problem.From(ValidationError.Of("exerciseId", "Swap the exercise by itself, then change the rest.")));
}

/// <summary>A change of an exercise in a workout: another exercise, or its note, superset and whether it is skipped. Null takes note or superset away.</summary>
internal sealed record EntryChange(string? ExerciseId, Patch<Guid?> SupersetId, Patch<string?> Note, bool? Skipped = null);
