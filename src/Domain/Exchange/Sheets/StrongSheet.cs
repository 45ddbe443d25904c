using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>Strong with semicolons and units of their own columns: the one shape that keeps each weight as it was entered.</summary>
public sealed class StrongSheet(TimeZoneInfo zone) : IWorkoutSheet
{
    /// <inheritdoc />
    public char Delimiter => ';';

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; } =
    [
        "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE", "Distance", "Distance Unit", "Seconds",
        "Notes", "Workout Notes", "Workout Duration",
    ];

    /// <inheritdoc />
    public IEnumerable<IReadOnlyList<string>> Rows(Workout workout)
    {
        var date = TimeZoneInfo.ConvertTime(workout.StartedAt, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var lasted = Lasted((workout.CompletedAt ?? workout.StartedAt) - workout.StartedAt);
        foreach (var entry in workout.Exercises)
        {
            var number = 0;
            for (var i = 0; i < entry.Sets.Count; i++)
            {
                var values = entry.Sets[i].Values;
                number += values.Kind == SetKind.Working ? 1 : 0;
                var note = string.Join('\n', new[] { i == 0 ? entry.Note : null, values.Note }.Where(text => text is not null));
                yield return
                [
                    date, workout.Name ?? "Workout", entry.Name, Order(values.Kind, number), CellText.Of(WeightOf(values.Load)),
                    UnitOf(values.Load), CellText.Of(values.Reps?.Value), CellText.Of(values.Rpe?.Value), CellText.Of(values.Distance?.Value),
                    UnitOf(values.Distance), CellText.Of(values.DurationSeconds?.Seconds ?? 0), note, workout.Note ?? "", lasted,
                ];
            }
        }
    }

    // Strong has no sign: an assisted exercise says by its name that the weight helps.
    private static decimal? WeightOf(Load? load) => load is null ? null : Math.Abs(load.Value);

    private static string UnitOf(Load? load) => load is null ? "" : load.Unit == WeightUnit.Kg ? "kg" : "lbs";

    private static string UnitOf(Distance? distance) => distance is null ? "" : CellText.Of<DistanceUnit>(distance.Unit);

    private static string Order(SetKind kind, int number) => kind switch
    {
        SetKind.Warmup => "W",
        SetKind.Drop => "D",
        SetKind.Failure => "F",
        SetKind.Working => CellText.Of((int?)number),
    };

    private static string Lasted(TimeSpan time) => (int)time.TotalHours > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h {time.Minutes}m {time.Seconds}s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}m {time.Seconds}s");
}
