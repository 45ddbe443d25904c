using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using Decision = TitanTrakr.Domain.Shared.Result<System.Collections.Generic.IReadOnlyList<TitanTrakr.Domain.Workouts.WorkoutEvent>>;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Decisions on the exercises of a workout.</summary>
public static partial class WorkoutDecider
{
    /// <summary>Adds an exercise at the end.</summary>
    public static Decision AddExercise(Workout? workout, Guid entryId, Exercise exercise, Guid? supersetId, SetTarget? target)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        return open.Exercises.Any(entry => entry.Id == entryId) ? new IdTaken("exercise")
            : open.Exercises.Count >= MostExercises ? new WorkoutFull("exercises", MostExercises)
            : Events(Added(open, entryId, exercise, supersetId, target));
    }

    /// <summary>Moves the focus to the exercise when it is there already, else adds it.</summary>
    public static Decision Focus(Workout? workout, Guid entryId, Exercise exercise) =>
        workout?.Exercises.LastOrDefault(entry => entry.ExerciseId == exercise.Id) is { } there && IsActive(workout)
            ? Events(new FocusMoved(workout.Id, there.Id))
            : AddExercise(workout, entryId, exercise, null, null);

    /// <summary>Makes an entry another exercise; its sets stay.</summary>
    public static Decision ReplaceExercise(Workout? workout, Guid entryId, Exercise exercise) =>
        OnEntry(workout, entryId, (open, entry) => Events(new ExerciseReplaced(open.Id, entry.Id, exercise.Id, exercise.Name, exercise.Measure)));

    /// <summary>Takes an entry out, sets included; undo brings them back.</summary>
    public static Decision RemoveExercise(Workout? workout, Guid entryId) =>
        OnEntry(workout, entryId, (open, entry) => Events(new ExerciseRemoved(open.Id, entry.Id)));

    /// <summary>Notes something on an entry or puts it into a superset.</summary>
    public static Decision DescribeExercise(Workout? workout, Guid entryId, Guid? supersetId, string? note) =>
        OnEntry(workout, entryId, (open, entry) => Events(new ExerciseDescribed(open.Id, entry.Id, supersetId, note)));

    /// <summary>Puts the entries into another order; it must name each of them once.</summary>
    public static Decision Reorder(Workout? workout, IReadOnlyList<Guid> order)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        return order.Count == open.Exercises.Count && order.ToHashSet().SetEquals(open.Exercises.Select(entry => entry.Id))
            ? Events(new ExercisesReordered(open.Id, order))
            : ValidationError.Of("order", "Name every exercise of the workout exactly once.");
    }

    private static ExerciseAdded Added(Workout workout, Guid entryId, Exercise exercise, Guid? supersetId, SetTarget? target) =>
        new(workout.Id, entryId, exercise.Id, exercise.Name, exercise.Measure, supersetId, target, null);

    private static Decision OnEntry(Workout? workout, Guid entryId, Func<Workout, WorkoutExercise, Decision> decide)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        return open.Exercises.FirstOrDefault(entry => entry.Id == entryId) is { } entry ? decide(open, entry) : new NotFoundError("exercise");
    }
}
