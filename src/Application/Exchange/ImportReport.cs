using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exchange.Planning;

namespace TitanTrakr.Application.Exchange;

/// <summary>What an import did, or would do.</summary>
/// <param name="ImportId">The import, to take it back by; null for a dry run, and where nothing was new.</param>
/// <param name="TimeZone">Where the file's wall clocks are taken to have hung.</param>
/// <param name="Workouts">New ones.</param>
/// <param name="Sets">Sets in the new ones.</param>
/// <param name="AlreadyHere">Workouts that are here as they stand in the file, and are skipped.</param>
/// <param name="Changed">Workouts that are here with other sets than in the file; what is here stays.</param>
/// <param name="From">When the first new one began.</param>
/// <param name="To">When the last new one began.</param>
/// <param name="Exercises">All exercises of the file, and what each becomes.</param>
/// <param name="Units">Why which unit is taken.</param>
/// <param name="Dust">Weights that an app converted, with the even weight that is offered, or was taken with <c>undust</c>.</param>
/// <param name="Doubts">Rows in doubt, by line; the first 200.</param>
/// <param name="DoubtCount">How many there are.</param>
/// <param name="RestTimers">Rows that only held a rest timer.</param>
/// <param name="UnknownColumns">Columns that nothing was taken from.</param>
public sealed record ImportReport(
    Guid? ImportId,
    bool DryRun,
    Dialect Dialect,
    string TimeZone,
    int Workouts,
    int Sets,
    int AlreadyHere,
    int Changed,
    DateTimeOffset? From,
    DateTimeOffset? To,
    IReadOnlyList<ExerciseFinding> Exercises,
    ImportUnits Units,
    DustReport Dust,
    IReadOnlyList<Doubt> Doubts,
    int DoubtCount,
    int RestTimers,
    IReadOnlyList<string> UnknownColumns)
{
    private const int MostDoubts = 200, MostExamples = 5;

    internal static ImportReport Of(ImportPlan plan, ArrivalCheck check, Guid? importId, bool dryRun, string timeZone) => new(
        importId, dryRun, plan.Dialect, timeZone, check.New.Count,
        check.New.Sum(workout => workout.Recorded.Exercises.Sum(entry => entry.Sets.Count)), check.AlreadyHere, check.Changed,
        check.New.Count == 0 ? null : check.New[0].Recorded.StartedAt, check.New.Count == 0 ? null : check.New[^1].Recorded.StartedAt,
        plan.Exercises, new ImportUnits(plan.WeightUnit, plan.DistanceUnit),
        new DustReport(plan.Dust.Count, [.. plan.Dust.DistinctBy(dust => dust.Entered).Take(MostExamples)]),
        [.. plan.Doubts.Take(MostDoubts)], plan.Doubts.Count, plan.RestTimers, plan.UnknownColumns);
}

/// <summary>The units of a file; null where it holds nothing of the kind.</summary>
public sealed record ImportUnits(UnitFinding? Weight, UnitFinding? Distance);

/// <summary>Weights that look converted.</summary>
/// <param name="Sets">How many sets have one.</param>
public sealed record DustReport(int Sets, IReadOnlyList<DustFinding> Examples);
