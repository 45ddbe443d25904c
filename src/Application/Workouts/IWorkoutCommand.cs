using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Workouts;

/// <summary>A command on a workout: the running one is read with the lock.</summary>
public interface IWorkoutCommand<T> : ICommand<T>
{
    /// <summary>The exercise whose past the command needs beside the workout's, if it names one.</summary>
    string? Needs => null;

    /// <inheritdoc />
    IReadOnlyCollection<string> ICommand<T>.Documents => Needs is { } exerciseId
        ? [ProjectionKeys.CurrentWorkout, ProjectionKeys.PersonalRecords(exerciseId), ProjectionKeys.ExercisePreferences]
        : [ProjectionKeys.CurrentWorkout];
}
