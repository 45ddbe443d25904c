using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>A personal record as served.</summary>
/// <param name="Value">To compare by: kg, reps, kg × reps, seconds or metres; of an assisted exercise the help, below zero.</param>
/// <param name="Amount">The same as it was entered.</param>
/// <param name="Formula">What made the value of the set or session.</param>
/// <param name="AtLoadKg">Only of maxReps: the load in kg at which no heavier one had as many; assistance is below zero.</param>
/// <param name="WorkoutId">The workout it was made in.</param>
/// <param name="SetId">The set that made it; null where a whole session did.</param>
/// <param name="AchievedAt">When that workout began.</param>
/// <param name="Set">The set as entered; null where a whole session made it.</param>
public sealed record RecordView(
    string ExerciseId,
    RecordKind Kind,
    decimal Value,
    RecordAmount Amount,
    string Formula,
    decimal? AtLoadKg,
    Guid WorkoutId,
    Guid? SetId,
    DateTimeOffset AchievedAt,
    SetValues? Set)
{
    internal static RecordView Of(string exerciseId, PersonalRecord record) => new(
        exerciseId, record.Kind, ValueOf(record), RecordAmount.Of(record), FormulaOf(record.Kind), record.AtLoad, record.WorkoutId, record.SetId,
        record.AchievedAt, record.Set);

    private static decimal ValueOf(PersonalRecord record) =>
        record.Kind is RecordKind.MaxSetVolume or RecordKind.MaxSessionVolume ? Records.ToGram(record.Value) : record.Value;

    private static string FormulaOf(RecordKind kind) => kind switch
    {
        RecordKind.MaxLoad => "load",
        RecordKind.MaxReps => "reps at this load or a heavier one",
        RecordKind.EstimatedOneRepMax => "Epley: load × (1 + reps / 30), up to 12 reps; a single is its own load",
        RecordKind.MaxSetVolume => "load × reps",
        RecordKind.MaxSessionVolume => "sum of load × reps of the session, without warm-ups",
        RecordKind.LongestDuration => "duration",
        RecordKind.LongestDistance => "distance",
    };
}

/// <summary>A number with its unit: kg, lb, reps, s, m, km, mi or yd; of a volume, the unit of its loads.</summary>
public sealed record RecordAmount(decimal Value, string Unit)
{
    internal static RecordAmount Of(PersonalRecord record) => record switch
    {
        { Kind: RecordKind.MaxReps } => new(record.Value, "reps"),
        { Kind: RecordKind.LongestDuration } => new(record.Value, "s"),
        { Kind: RecordKind.LongestDistance, Set.Distance: { } distance } => new(distance.Value, Lower(distance.Unit)),
        { Kind: RecordKind.MaxLoad, Set.Load: { } load } => new(load.Value, Lower(load.Unit)),
        { Set.Load.Unit: WeightUnit.Lb } or { Unit: WeightUnit.Lb } => new(decimal.Round(record.Value / Load.KilogramsPerPound, 2), "lb"),
        _ => new(record.Value, record.Kind == RecordKind.LongestDistance ? "m" : "kg"),
    };

    private static string Lower<T>(T unit)
        where T : struct, Enum => unit.ToString().ToLowerInvariant();
}
