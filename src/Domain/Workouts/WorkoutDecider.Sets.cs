using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using Decision = TitanTrakr.Domain.Shared.Result<System.Collections.Generic.IReadOnlyList<TitanTrakr.Domain.Workouts.WorkoutEvent>>;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Decisions on sets.</summary>
public static partial class WorkoutDecider
{
    /// <summary>Logs a set on the exercise, which is added when it isn't in the workout yet, or without one on the entry in focus.</summary>
    /// <param name="exercise">What is known of the exercise; needed only where it has to be added.</param>
    /// <param name="entryId">The id of the entry, should one have to be made.</param>
    public static Decision LogSet(
        Workout? workout, string? exerciseId, Exercise? exercise, Guid setId, Guid entryId, SetValues values, DateTimeOffset at)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        // Where the exercise was merged into another, the other's name counts.
        var entry = exerciseId is null ? WorkoutPlan.InFocus(open) : WorkoutPlan.Standing(open, exercise?.Id ?? exerciseId);
        if (entry is null && exercise is null)
        {
            return exerciseId is null ? new NoExerciseInFocus() : new NotFoundError("exercise");
        }

        var measure = entry?.Measure ?? exercise!.Measure;
        return (SetShape.Fault(values, measure) ?? Refusal(open, entry, setId)) is { } error ? error
            : entry is not null ? Events([.. TakenUp(open, entry), new SetLogged(open.Id, entry.Id, setId, values, at, null)])
            : Events(Added(open, entryId, exercise!, null, null), new SetLogged(open.Id, entryId, setId, values, at, null));
    }

    /// <summary>Corrects a set, and moves it to the other exercise where one is given.</summary>
    public static Decision CorrectSet(Workout? workout, Guid setId, Exercise? exercise, Guid entryId, Func<SetValues, SetValues> correct) =>
        OnSet(workout, setId, (open, entry, set) =>
        {
            var to = exercise is null || exercise.Id == entry.ExerciseId ? entry : WorkoutPlan.Standing(open, exercise.Id);
            var corrected = correct(set.Values);
            return SetShape.Fault(corrected, to?.Measure ?? exercise!.Measure) is { } fault ? fault
                : to?.Id != entry.Id && Full(open, to) is { } full ? full
                : to?.Id == entry.Id ? Events(new SetCorrected(open.Id, to.Id, setId, corrected, null))
                : to is not null ? Events([.. TakenUp(open, to), new SetCorrected(open.Id, to.Id, setId, corrected, null), .. Focus(open, entry, set, open.FocusEntryId, to.Id)])
                : Events([Added(open, entryId, exercise!, null, null), new SetCorrected(open.Id, entryId, setId, corrected, null), .. Focus(open, entry, set, entryId, entryId)]);
        });

    /// <summary>Takes a set away; undo brings it back.</summary>
    public static Decision RemoveSet(Workout? workout, Guid setId) =>
        OnSet(workout, setId, (open, entry, set) => Events(new SetRemoved(open.Id, entry.Id, set.Id)));

    // Who moves the newest set meant the other exercise all along: a set without one goes there next. After any other the focus stays.
    private static IEnumerable<WorkoutEvent> Focus(Workout workout, WorkoutExercise from, WorkoutSet moved, Guid? now, Guid to)
    {
        var wanted = workout.FocusEntryId == from.Id && from.Sets[^1].Id == moved.Id ? to : workout.FocusEntryId;
        return wanted == now ? [] : [new FocusMoved(workout.Id, wanted)];
    }

    private static Error? Refusal(Workout workout, WorkoutExercise? entry, Guid setId) =>
        workout.Exercises.Any(candidate => candidate.Sets.Any(set => set.Id == setId)) ? new IdTaken("set")
        : Full(workout, entry);

    // For one set more on the entry, or on one that has to be made.
    private static WorkoutFull? Full(Workout workout, WorkoutExercise? entry) =>
        entry is { Sets.Count: >= MostSets } ? new WorkoutFull("sets of one exercise", MostSets)
        : entry is null && workout.Exercises.Count >= MostExercises ? new WorkoutFull("exercises", MostExercises)
        : null;

    private static Decision OnSet(Workout? workout, Guid setId, Func<Workout, WorkoutExercise, WorkoutSet, Decision> decide)
    {
        if (Changeable(workout) is not { } open)
        {
            return new NoActiveWorkout();
        }

        var entry = open.Exercises.FirstOrDefault(candidate => candidate.Sets.Any(set => set.Id == setId));
        return entry is null ? new NotFoundError("set") : decide(open, entry, entry.Sets.First(set => set.Id == setId));
    }
}
