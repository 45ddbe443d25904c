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

    /// <summary>Moves the focus to the exercise when it is there already, skipped or not, else adds it.</summary>
    public static Decision Focus(Workout? workout, Guid entryId, Exercise exercise) =>
        workout?.Exercises.LastOrDefault(entry => entry.ExerciseId == exercise.Id) is { } there && IsActive(workout)
            ? Events([.. TakenUp(workout, there), new FocusMoved(workout.Id, there.Id)])
            : AddExercise(workout, entryId, exercise, null, null);

    /// <summary>Makes an entry another exercise; its sets stay, so they must be such as that exercise can have. Planned loads were the other's.</summary>
    public static Decision ReplaceExercise(Workout? workout, Guid entryId, Exercise exercise) =>
        OnEntry(workout, entryId, (open, entry) =>
            entry.ExerciseId == exercise.Id ? Events()
            : entry.Sets.Any(set => SetShape.Fault(set.Values, exercise.Measure) is not null) ? new SetsDoNotFit(exercise.Name)
            : Events(new ExerciseReplaced(open.Id, entry.Id, exercise.Id, exercise.Name, exercise.Measure, entry.Target?.WithoutLoads())));

    /// <summary>Takes an entry out, sets included; undo brings them back.</summary>
    public static Decision RemoveExercise(Workout? workout, Guid entryId) =>
        OnEntry(workout, entryId, (open, entry) => Events(new ExerciseRemoved(open.Id, entry.Id)));

    /// <summary>Changes an entry's superset and note, and skips it or takes it up again where that is asked.</summary>
    /// <param name="supersetId">From what it is to what it becomes; the note alike.</param>
    public static Decision DescribeExercise(
        Workout? workout, Guid entryId, Func<Guid?, Guid?> supersetId, Func<string?, string?> note, bool? skipped) =>
        OnEntry(workout, entryId, (open, entry) =>
        {
            var described = new ExerciseDescribed(open.Id, entry.Id, supersetId(entry.SupersetId), note(entry.Note));
            var changed = described.SupersetId != entry.SupersetId || described.Note != entry.Note;
            return Events([.. changed ? [described] : Array.Empty<WorkoutEvent>(), .. Skipped(open, entry, skipped)]);
        });

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

    // The focus leaves what is passed over, so that a set without an exercise goes to the next one.
    private static IEnumerable<WorkoutEvent> Skipped(Workout workout, WorkoutExercise entry, bool? skipped)
    {
        if (skipped is not { } wanted || wanted == (entry.Skipped == true))
        {
            yield break;
        }

        yield return new ExerciseSkipped(workout.Id, entry.Id, wanted);
        if (wanted && workout.FocusEntryId == entry.Id && WorkoutPlan.NextExercise(workout) is { } next)
        {
            yield return new FocusMoved(workout.Id, next.Id);
        }
    }

    private static IEnumerable<WorkoutEvent> TakenUp(Workout workout, WorkoutExercise entry) =>
        entry.Skipped == true ? [new ExerciseSkipped(workout.Id, entry.Id, false)] : [];

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
