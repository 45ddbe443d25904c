using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>
/// Logs a set, on the exercise in focus where none is named. An exercise that is not in the workout is added, under the id of the command (its
/// Idempotency-Key), by which the client can go on offline.
/// </summary>
/// <param name="WorkoutId">A past workout to log into; left out, the running one.</param>
public sealed record LogSet(
    Guid? Id,
    string? ExerciseId,
    Load? Load,
    Reps? Reps,
    Rpe? Rpe,
    SetKind? Kind,
    Side? Side,
    SetDuration? DurationSeconds,
    Distance? Distance,
    string? Note,
    DateTimeOffset? LoggedAt,
    Guid? WorkoutId) : IWorkoutCommand<LoggedSet>
{
    string? IWorkoutCommand<LoggedSet>.Needs => ExerciseId;
}

/// <summary>The set, the workout it is in, and the records it set.</summary>
public sealed record LoggedSet(SetView Set, WorkoutView Workout, IReadOnlyList<RecordKind> Records) : IShowsWorkout
{
    WorkoutView IShowsWorkout.Shown => Workout;
}

internal sealed class LogSetValidator : AbstractValidator<LogSet>
{
    public LogSetValidator(TimeProvider clock)
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.ExerciseId).ExerciseId();
        RuleFor(command => command.Note).Note();
        RuleFor(command => command.LoggedAt).Moment(clock);
    }
}

internal sealed class LogSetHandler(WorkoutSession session, ExerciseCatalog catalog) : IRequestHandler<LogSet, Result<LoggedSet>>
{
    public async Task<Result<LoggedSet>> Handle(LogSet command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        if (!workout.IsOk)
        {
            return workout.Error;
        }

        var exercise = await New(command.ExerciseId, workout.Value, cancellationToken);
        if (exercise is { IsOk: false })
        {
            return exercise.Error;
        }

        var setId = command.Id ?? Guid.CreateVersion7();
        var after = await session.Record(workout.Value, Decide(command, workout.Value, exercise?.Value, setId), cancellationToken);
        return after.IsOk ? Answer(after.Value, setId) : after.Error;
    }

    // What stands in the workout already needs no looking up.
    private async Task<Result<Exercise>?> New(string? exerciseId, Workout workout, CancellationToken cancellationToken) =>
        exerciseId is null || workout.Exercises.Any(entry => entry.ExerciseId == exerciseId)
            ? null
            : await catalog.Find(exerciseId, cancellationToken);

    private Result<IReadOnlyList<WorkoutEvent>> Decide(LogSet command, Workout workout, Exercise? exercise, Guid setId)
    {
        var values = new SetValues(
            command.Load, command.Reps, command.Rpe, command.Kind ?? SetKind.Working, command.Side, command.DurationSeconds,
            command.Distance, command.Note);
        return WorkoutDecider.LogSet(workout, command.ExerciseId, exercise, setId, session.NewEntryId(workout), values, command.LoggedAt ?? session.At);
    }

    private LoggedSet Answer(Workout workout, Guid setId)
    {
        var view = session.View(workout);
        var set = view.Exercises.SelectMany(entry => entry.Sets).First(candidate => candidate.Id == setId);
        return new LoggedSet(set, view, set.Records);
    }
}
