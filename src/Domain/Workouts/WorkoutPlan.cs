namespace TitanTrakr.Domain.Workouts;

/// <summary>What is still to be done in a workout, and in which turn.</summary>
public static class WorkoutPlan
{
    /// <summary>The ids that at least two entries share: carried by one alone it is no superset.</summary>
    public static IReadOnlySet<Guid> Supersets(Workout workout) => workout.Exercises.Where(entry => entry.SupersetId is not null)
        .GroupBy(entry => entry.SupersetId!.Value).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();

    /// <summary>How many planned sets are left; an exercise without a plan waits for one set. None where it is skipped.</summary>
    public static int Left(WorkoutExercise entry) =>
        entry.Skipped == true ? 0 : Math.Max(0, (entry.Target?.Sets ?? 1) - entry.Sets.Count);

    /// <summary>Where the next set belongs: within a superset in turn, else the exercise in focus until its plan is done, then the next one open.</summary>
    public static WorkoutExercise? Next(Workout workout)
    {
        if (InFocus(workout) is not { } focus)
        {
            return NextExercise(workout);
        }

        var turn = workout.Exercises
            .Where(entry => entry.Id == focus.Id || (focus.SupersetId is not null && entry.SupersetId == focus.SupersetId))
            .Where(entry => Left(entry) > 0)
            .MinBy(entry => entry.Sets.Count);
        return turn ?? NextExercise(workout);
    }

    /// <summary>The exercise after the one in focus that has sets left; from the top again when there is none behind it.</summary>
    public static WorkoutExercise? NextExercise(Workout workout)
    {
        var at = workout.Exercises.ToList().FindIndex(entry => entry.Id == workout.FocusEntryId);
        return workout.Exercises.Skip(at + 1).Concat(workout.Exercises.Take(Math.Max(0, at))).FirstOrDefault(entry => Left(entry) > 0);
    }

    /// <summary>The entry that a set without an exercise goes to.</summary>
    public static WorkoutExercise? InFocus(Workout workout) => workout.Exercises.FirstOrDefault(entry => entry.Id == workout.FocusEntryId);

    /// <summary>Where an exercise stands. It may stand twice: the entry in focus counts, else the later one.</summary>
    public static WorkoutExercise? Standing(Workout workout, string exerciseId) =>
        InFocus(workout) is { } focus && focus.ExerciseId == exerciseId
            ? focus
            : workout.Exercises.LastOrDefault(entry => entry.ExerciseId == exerciseId);
}
