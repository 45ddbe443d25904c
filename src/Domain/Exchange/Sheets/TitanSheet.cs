using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>Our own dialect: a row a set, with every id, unit and exercise, so that reading it again gives the same history.</summary>
public sealed class TitanSheet(Func<string, Exercise?> exercises) : IWorkoutSheet
{
    /// <inheritdoc />
    public char Delimiter => ',';

    /// <inheritdoc />
    public IReadOnlyList<string> Header => TitanColumns.All;

    /// <inheritdoc />
    public IEnumerable<IReadOnlyList<string>> Rows(Workout workout)
    {
        if (workout.Exercises.Count == 0)
        {
            yield return Row([.. OfWorkout(workout)]);
        }

        foreach (var entry in workout.Exercises)
        {
            string[] begin = [.. OfWorkout(workout), .. OfEntry(entry), .. OfTarget(entry.Target), .. OfStart(entry)];
            if (entry.Sets.Count == 0)
            {
                yield return Row(begin);
            }

            for (var i = 0; i < entry.Sets.Count; i++)
            {
                yield return Row([.. begin, .. OfSet(entry.Sets[i], i + 1)]);
            }
        }
    }

    private static string[] OfWorkout(Workout workout) =>
    [
        workout.Id.ToString(), CellText.Of(workout.TemplateId), workout.Name ?? "", CellText.Of(workout.StartedAt),
        CellText.Of(workout.CompletedAt), workout.Note ?? "",
    ];

    private string[] OfEntry(WorkoutExercise entry)
    {
        var exercise = exercises(entry.ExerciseId);
        return
        [
            entry.Id.ToString(), entry.ExerciseId, entry.Name, CellText.Of<Measure>(entry.Measure), exercise?.Equipment ?? "",
            exercise?.PrimaryMuscle ?? "", CellText.Of(exercise?.SecondaryMuscles ?? []), CellText.Of(exercise?.Aliases ?? []),
            CellText.Of(entry.SupersetId), entry.Note ?? "",
        ];
    }

    private static string[] OfTarget(SetTarget? target) =>
    [
        CellText.Of(target?.Sets), CellText.Of(target?.Reps?.Min), CellText.Of(target?.Reps?.Max), CellText.Of(target?.Load?.Value),
        CellText.Of(target?.Load?.Unit), CellText.Of(target?.Rpe?.Value), CellText.Of(target?.RestSeconds),
        CellText.Of(target?.DurationSeconds?.Seconds), CellText.Of(target?.Distance?.Value), CellText.Of(target?.Distance?.Unit), target?.Note ?? "",
        SetCell.Of(target?.PerSet),
    ];

    private static string[] OfStart(WorkoutExercise entry) =>
    [
        CellText.Of(entry.Suggestion?.Load.Value), CellText.Of(entry.Suggestion?.Load.Unit), CellText.Of(entry.Suggestion?.From?.Value),
        CellText.Of(entry.Suggestion?.From?.Unit), entry.Suggestion?.Reason ?? "", entry.Skipped == true ? "true" : "", SetCell.Of(entry.Previous),
    ];

    private static string[] OfSet(WorkoutSet set, int number) =>
    [
        set.Id.ToString(), CellText.Of((int?)number), CellText.Of<Shared.SetKind>(set.Values.Kind), CellText.Of(set.Values.Load?.Value),
        CellText.Of(set.Values.Load?.Unit), CellText.Of(set.Values.Reps?.Value), CellText.Of(set.Values.Rpe?.Value), CellText.Of(set.Values.Side),
        CellText.Of(set.Values.DurationSeconds?.Seconds), CellText.Of(set.Values.Distance?.Value), CellText.Of(set.Values.Distance?.Unit),
        set.Values.Note ?? "", CellText.Of(set.LoggedAt),
    ];

    // Where a workout or an exercise holds nothing, what would follow is blank.
    private static string[] Row(string[] cells) => [.. cells, .. Enumerable.Repeat("", TitanColumns.All.Count - cells.Length)];
}
