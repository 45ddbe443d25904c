using System.Globalization;
using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>
/// Strong in its shapes: comma or semicolon, everything quoted or not, the unit in a column's name, in a column of its own, as a column's
/// whole name, or nowhere. Set Order holds numbers, W, D and F, and marks rows that are no sets.
/// </summary>
internal sealed class StrongReader : DialectReader
{
    private const string RestTimer = "rest timer";

    private readonly int _date, _name, _duration, _exercise, _order, _weightUnit, _reps, _rpe, _distanceUnit, _seconds, _notes, _workoutNotes;
    private readonly IReadOnlyList<(int Index, WeightUnit? Unit)> _weights;
    private readonly IReadOnlyList<(int Index, DistanceUnit? Unit)> _distances;

    public StrongReader(Sheet sheet, TimeZoneInfo zone)
        : base(sheet, zone)
    {
        (_date, _name, _exercise, _order) = (Columns.Find("date"), Columns.Find("workout name"), Columns.Find("exercise name"), Columns.Find("set order"));
        _duration = Columns.Find("duration", "duration (sec)", "workout duration");
        (_weightUnit, _distanceUnit) = (Columns.Find("weight unit"), Columns.Find("distance unit"));
        (_reps, _rpe, _seconds) = (Columns.Find("reps"), Columns.Find("rpe"), Columns.Find("seconds"));
        (_notes, _workoutNotes) = (Columns.Find("notes"), Columns.Find("workout notes"));
        Columns.Know("workout #");
        _weights = Columns.Weights(
        [
            ("weight (kg)", WeightUnit.Kg), ("weight (kgs)", WeightUnit.Kg), ("weight (lbs)", WeightUnit.Lb), ("weight (lb)", WeightUnit.Lb),
            ("kg", WeightUnit.Kg), ("lbs", WeightUnit.Lb), ("lb", WeightUnit.Lb), ("weight", null),
        ]);
        _distances = Columns.Distances(
        [
            ("distance (meters)", DistanceUnit.M), ("distance (m)", DistanceUnit.M), ("distance (km)", DistanceUnit.Km),
            ("distance (miles)", DistanceUnit.Mi), ("distance (mi)", DistanceUnit.Mi), ("m", DistanceUnit.M), ("km", DistanceUnit.Km),
            ("mi.", DistanceUnit.Mi), ("mi", DistanceUnit.Mi), ("distance", null),
        ]);
    }

    protected override IReadOnlyList<int> Decimals => [.. _weights.Select(weight => weight.Index), .. _distances.Select(distance => distance.Index), _rpe];

    public override IEnumerable<ForeignRow> Read(SheetRow row)
    {
        if (Local(row, _date, "2025-12-01 10:53:00") is not { } start)
        {
            yield break;
        }

        var name = Text(row, _name, CleanText.Name);
        var exercise = Text(row, _exercise, CleanText.Name);
        var (weight, distance, seconds) = (Quantity(row, _weights), Quantity(row, _distances), Seconds(row, _seconds));
        var startedAt = WallClock.At(start, Zone);
        yield return new ForeignRow
        {
            Source = row,
            WorkoutKey = KeyOf(start, name),
            StartedAt = startedAt,
            EndedAt = Seconds(row, _duration) is { } lasted and <= 604_800 ? startedAt.AddSeconds((double)lasted) : null,
            WorkoutName = name,
            WorkoutNote = Text(row, _workoutNotes, CleanText.Note),
            Role = RoleOf(row, exercise),
            Exercise = exercise,
            ExerciseNote = Text(row, _notes, CleanText.Note),
            Number = int.TryParse(Cell(row, _order).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            Kind = KindOf(row),
            Weight = weight.Value,
            WeightUnit = weight.Unit ?? WeightUnitOf(row, _weightUnit),
            Reps = Number(row, _reps),
            Rpe = Number(row, _rpe),
            Distance = distance.Value,
            DistanceUnit = distance.Unit ?? DistanceUnitOf(row, _distanceUnit),
            Seconds = seconds,
        };
    }

    private RowRole RoleOf(SheetRow row, string? exercise) => Cell(row, _order).Trim().ToLowerInvariant() switch
    {
        RestTimer => RowRole.RestTimer,
        _ when string.Equals(exercise, RestTimer, StringComparison.OrdinalIgnoreCase) => RowRole.RestTimer,
        "note" => RowRole.Note,
        _ => RowRole.Set,
    };

    private SetKind KindOf(SheetRow row)
    {
        var order = Cell(row, _order).Trim().ToLowerInvariant();
        SetKind? kind = order switch
        {
            "w" => SetKind.Warmup,
            "d" => SetKind.Drop,
            "f" => SetKind.Failure,
            "" or "note" or RestTimer => SetKind.Working,
            _ => order.All(char.IsAsciiDigit) ? SetKind.Working : null,
        };
        if (kind is null)
        {
            Doubtful(row, $"“{CleanText.Cut(order, 20)}” is no Set Order that is known here; it is taken as a working set.");
        }

        return kind ?? SetKind.Working;
    }
}
