using MediatR;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Logs a whole past workout at once.</summary>
/// <param name="Id">A UUID of the client's own.</param>
/// <param name="CompletedAt">Left out, when its last set was done, or when it started.</param>
public sealed record RecordWorkout(
    Guid? Id, string? Name, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt, string? Note, IReadOnlyList<PastExercise> Exercises)
    : IWorkoutCommand<WorkoutView>;

/// <summary>An exercise of a past workout; the same one may come twice, apart.</summary>
public sealed record PastExercise(Guid? Id, string ExerciseId, Guid? SupersetId, string? Note, IReadOnlyList<PastSet>? Sets);

/// <summary>A set of a past workout.</summary>
/// <param name="LoggedAt">Left out, when the workout started.</param>
public sealed record PastSet(
    Guid? Id,
    Load? Load,
    Reps? Reps,
    Rpe? Rpe,
    SetKind? Kind,
    Side? Side,
    SetDuration? DurationSeconds,
    Distance? Distance,
    string? Note,
    DateTimeOffset? LoggedAt);

internal sealed class RecordWorkoutHandler(WorkoutRecorder recorder, WorkoutSession session, ExerciseCatalog catalog)
    : IRequestHandler<RecordWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(RecordWorkout command, CancellationToken cancellationToken)
    {
        var startedAt = command.StartedAt!.Value;
        var exercises = new List<RecordedExercise>(command.Exercises.Count);
        foreach (var entry in command.Exercises)
        {
            var exercise = await catalog.Find(entry.ExerciseId, cancellationToken);
            if (!exercise.IsOk)
            {
                return exercise.Error;
            }

            exercises.Add(new RecordedExercise(
                entry.Id ?? Guid.CreateVersion7(), exercise.Value.Id, exercise.Value.Name, exercise.Value.Measure, entry.SupersetId, entry.Note,
                [.. (entry.Sets ?? []).Select(set => Recorded(set, startedAt))]));
        }

        var lastSet = exercises.SelectMany(entry => entry.Sets).Select(set => set.LoggedAt).Append(startedAt).Max();
        var recorded = await recorder.Record(
            [new(command.Id ?? Guid.CreateVersion7(), command.Name, startedAt, command.CompletedAt ?? lastSet, command.Note, exercises, null, null)],
            cancellationToken);
        return recorded.IsOk ? session.View(recorded.Value[0]) : recorded.Error;
    }

    private static RecordedSet Recorded(PastSet set, DateTimeOffset startedAt) => new(
        set.Id ?? Guid.CreateVersion7(),
        new SetValues(
            set.Load, set.Reps, set.Rpe, set.Kind ?? SetKind.Working, set.Side, set.DurationSeconds, set.Distance, set.Note),
        set.LoggedAt ?? startedAt);
}
