namespace TitanTrakr.Domain.Workouts;

/// <summary>Shows the entries of one exercise as another, as one merged into it, and takes that back.</summary>
public static class Relabelling
{
    /// <summary>The workout with every entry of one exercise as another's; the same workout where it has none.</summary>
    /// <param name="into">The other as it is called now.</param>
    public static Workout Of(Workout workout, string exerciseId, ExerciseLabel into) => Each(workout, entry => entry.ExerciseId == exerciseId
        ? Labelled(entry, [.. entry.Formerly ?? [], LabelOf(entry)], into)
        : entry);

    /// <summary>The workout with every entry that was an exercise before it was merged as that again; the same workout where it has none.</summary>
    public static Workout Back(Workout workout, string exerciseId) => Each(workout, entry =>
    {
        var at = (entry.Formerly ?? []).ToList().FindIndex(label => label.ExerciseId == exerciseId);
        return at < 0 ? entry : Labelled(entry, [.. entry.Formerly!.Take(at)], entry.Formerly![at]);
    });

    /// <summary>The workout with each entry as the merges that hold now would have it.</summary>
    /// <param name="merges">From what an exercise is to what it was merged into, one after the other.</param>
    public static Workout Now(Workout workout, Func<string, IReadOnlyList<ExerciseLabel>> merges) => Each(workout, entry =>
    {
        ExerciseLabel[] labels = [First(entry), .. merges(First(entry).ExerciseId)];
        return labels.Length - 1 == (entry.Formerly?.Count ?? 0) && labels[^1].ExerciseId == entry.ExerciseId
            ? entry
            : Labelled(entry, labels[..^1], labels[^1]);
    });

    /// <summary>What an entry was before any merge.</summary>
    public static ExerciseLabel First(WorkoutExercise entry) => entry.Formerly is [var first, ..] ? first : LabelOf(entry);

    private static ExerciseLabel LabelOf(WorkoutExercise entry) => new(entry.ExerciseId, entry.Name, entry.Measure);

    private static WorkoutExercise Labelled(WorkoutExercise entry, ExerciseLabel[] formerly, ExerciseLabel now) => entry with
    {
        ExerciseId = now.ExerciseId,
        Name = now.Name,
        Measure = now.Measure,
        Formerly = formerly.Length == 0 ? null : formerly,
    };

    private static Workout Each(Workout workout, Func<WorkoutExercise, WorkoutExercise> relabel)
    {
        WorkoutExercise[] entries = [.. workout.Exercises.Select(relabel)];
        return entries.SequenceEqual(workout.Exercises, ReferenceEqualityComparer.Instance)
            ? workout
            : workout with { Version = workout.Version + 1, Exercises = entries };
    }
}
