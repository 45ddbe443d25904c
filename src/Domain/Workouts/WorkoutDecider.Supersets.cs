using TitanTrakr.Domain.Shared;
using Decision = TitanTrakr.Domain.Shared.Result<System.Collections.Generic.IReadOnlyList<TitanTrakr.Domain.Workouts.WorkoutEvent>>;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Decisions on supersets. A superset is the id that several entries carry; an id that one entry carries alone means nothing.</summary>
public static partial class WorkoutDecider
{
    /// <summary>Binds entries into a superset, and exercises that are added for it.</summary>
    public static Decision MakeSuperset(Workout? workout, Guid supersetId, IReadOnlyList<Guid> entryIds, IReadOnlyList<PlannedEntry> added)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        WorkoutExercise[] bound = [.. open.Exercises.Where(entry => entryIds.Contains(entry.Id))];
        var joined = open.Exercises.Any(entry => entry.SupersetId == supersetId && !entryIds.Contains(entry.Id));
        return bound.Length < entryIds.Count ? new NotFoundError("exercise")
            : bound.Length + added.Count + (joined ? 1 : 0) < 2 ? ValidationError.Of("entryIds", "A superset binds at least two exercises of the workout.")
            : open.Exercises.Count + added.Count > MostExercises ? new WorkoutFull("exercises", MostExercises)
            : Events(
            [
                .. bound.Where(entry => entry.SupersetId != supersetId).Select(entry => new ExerciseDescribed(open.Id, entry.Id, supersetId, entry.Note)),
                .. added.Select(entry => (entry with { SupersetId = supersetId }).AddedTo(open.Id)),
            ]);
    }

    /// <summary>Takes a superset apart.</summary>
    public static Decision BreakSuperset(Workout? workout, Guid supersetId)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        WorkoutExercise[] bound = [.. open.Exercises.Where(entry => entry.SupersetId == supersetId)];
        return bound.Length == 0
            ? new NotFoundError("superset")
            : Events([.. bound.Select(entry => new ExerciseDescribed(open.Id, entry.Id, null, entry.Note))]);
    }
}
