using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>Plans an import: (file, exercises here, options) → what would come in. Pure; whether it is here already is not its matter.</summary>
public static class ImportPlanner
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Plans it.</summary>
    /// <param name="known">The library and the account's own exercises.</param>
    public static ImportPlan Plan(ForeignFile file, IReadOnlyList<Exercise> known, ImportOptions options)
    {
        var doubts = new List<Doubt>(file.Doubts);
        var rows = new List<ForeignRow>(file.Rows.Count);
        var leftOut = new List<SheetRow>();
        foreach (var row in file.Rows)
        {
            if (Unplaced(row, options) is { } why)
            {
                doubts.Add(new Doubt(row.Source.Line, why, LeftOut: true));
                leftOut.Add(row.Source);
            }
            else
            {
                rows.Add(row);
            }
        }

        var (weights, weightFinding) = UnitEvidence.Weights(rows, options);
        var (distances, distanceFinding) = UnitEvidence.Distances(rows, options, weights);
        var exercises = new ExercisePlan(rows, known, options);
        var sets = new SetReader(weights, distances, options.Undust);
        var assembler = new WorkoutAssembler(options.ImportId, exercises, sets);
        var workouts = rows.GroupBy(row => row.WorkoutKey, StringComparer.Ordinal).Select(of => assembler.Assemble(of.Key, [.. of]))
            .OrderBy(workout => workout.Recorded.StartedAt).ToList();
        doubts.AddRange(sets.Doubts);
        return new ImportPlan(
            file.Dialect, file.Header, workouts, exercises.Made, exercises.Findings, weightFinding, distanceFinding, sets.Dust,
            [.. doubts.OrderBy(doubt => doubt.Line)], rows.Count(row => row.Role == RowRole.RestTimer),
            [.. leftOut.Distinct().Select(row => row.Raw)], file.UnknownColumns);
    }

    private static string? Unplaced(ForeignRow row, ImportOptions options) =>
        row.StartedAt < Earliest || row.StartedAt > options.Now.AddDays(1) ? "The date is before the year 2000 or more than a day ahead."
        : row.Exercise is null && row.Exact is null ? "The row names no exercise."
        : null;
}
