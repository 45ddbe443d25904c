using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>Hevy: the whole file in one unit of weight, the account's, and in kilometres. A weight of the other unit is converted, to a hundredth.</summary>
public sealed class HevySheet(TimeZoneInfo zone, WeightUnit unit) : IWorkoutSheet
{
    /// <inheritdoc />
    public char Delimiter => ',';

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; } =
    [
        "title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes", "set_index", "set_type",
        unit == WeightUnit.Kg ? "weight_kg" : "weight_lbs", "reps", "distance_km", "duration_seconds", "rpe",
    ];

    /// <inheritdoc />
    public IEnumerable<IReadOnlyList<string>> Rows(Workout workout)
    {
        var supersets = workout.Exercises.Select(entry => entry.SupersetId).OfType<Guid>().Distinct().ToList();
        foreach (var entry in workout.Exercises)
        {
            for (var i = 0; i < entry.Sets.Count; i++)
            {
                var values = entry.Sets[i].Values;
                yield return
                [
                    workout.Name ?? "Workout", Local(workout.StartedAt), Local(workout.CompletedAt ?? workout.StartedAt), workout.Note ?? "",
                    entry.Name, entry.SupersetId is { } id ? CellText.Of((int?)supersets.IndexOf(id)) : "", entry.Note ?? "", CellText.Of((int?)i),
                    TypeOf(values.Kind), CellText.Of(WeightOf(values.Load)), CellText.Of(values.Reps?.Value),
                    CellText.Of(values.Distance is { } distance ? decimal.Round(distance.Metres / 1000, 3) : null),
                    CellText.Of(values.DurationSeconds?.Seconds), CellText.Of(values.Rpe?.Value),
                ];
            }
        }
    }

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    // Hevy has no sign: an assisted exercise says by its name that the weight helps.
    private decimal? WeightOf(Load? load) => load is null ? null
        : load.Unit == unit ? Math.Abs(load.Value)
        : decimal.Round(Math.Abs(unit == WeightUnit.Kg ? load.Kilograms : load.Kilograms / Load.KilogramsPerPound), 2);

    private static string TypeOf(SetKind kind) => kind switch
    {
        SetKind.Working => "normal",
        SetKind.Warmup => "warmup",
        SetKind.Drop => "dropset",
        SetKind.Failure => "failure",
    };
}
