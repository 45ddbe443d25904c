using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>Hevy: a row a set, units in the column names, supersets numbered anew in each workout.</summary>
internal sealed class HevyReader : DialectReader
{
    private readonly int _title, _start, _end, _description, _exercise, _superset, _note, _index, _type, _reps, _seconds, _rpe;
    private readonly IReadOnlyList<(int Index, WeightUnit? Unit)> _weights;
    private readonly IReadOnlyList<(int Index, DistanceUnit? Unit)> _distances;

    public HevyReader(Sheet sheet, TimeZoneInfo zone)
        : base(sheet, zone)
    {
        (_title, _start, _end) = (Columns.Find("title"), Columns.Find("start_time"), Columns.Find("end_time"));
        (_description, _exercise) = (Columns.Find("description"), Columns.Find("exercise_title"));
        (_superset, _note) = (Columns.Find("superset_id"), Columns.Find("exercise_notes"));
        (_index, _type, _reps) = (Columns.Find("set_index"), Columns.Find("set_type"), Columns.Find("reps"));
        (_seconds, _rpe) = (Columns.Find("duration_seconds"), Columns.Find("rpe"));
        _weights = Columns.Weights([("weight_kg", WeightUnit.Kg), ("weight_lbs", WeightUnit.Lb), ("weight_lb", WeightUnit.Lb)]);
        _distances = Columns.Distances(
        [
            ("distance_km", DistanceUnit.Km), ("distance_miles", DistanceUnit.Mi), ("distance_mi", DistanceUnit.Mi), ("distance_meters", DistanceUnit.M),
            ("distance_m", DistanceUnit.M), ("distance_yards", DistanceUnit.Yd), ("distance_yd", DistanceUnit.Yd),
        ]);
    }

    protected override IReadOnlyList<int> Decimals => [.. _weights.Select(weight => weight.Index), .. _distances.Select(distance => distance.Index), _rpe];

    public override IEnumerable<ForeignRow> Read(SheetRow row)
    {
        if (Local(row, _start, "1 Dec 2025, 10:53") is not { } start)
        {
            yield break;
        }

        var title = Text(row, _title, CleanText.Name);
        var (weight, distance) = (Quantity(row, _weights), Quantity(row, _distances));
        yield return new ForeignRow
        {
            Source = row,
            WorkoutKey = KeyOf(start, title),
            StartedAt = WallClock.At(start, Zone),
            EndedAt = End(row, _end) is { } end ? WallClock.At(end, Zone) : null,
            WorkoutName = title,
            WorkoutNote = Text(row, _description, CleanText.Note),
            Exercise = Text(row, _exercise, CleanText.Name),
            ExerciseNote = Text(row, _note, CleanText.Note),
            Superset = Text(row, _superset, 20),
            Number = (int?)Number(row, _index),
            Kind = KindOf(row),
            Weight = weight.Value,
            WeightUnit = weight.Unit ?? OnlyUnit(_weights),
            Reps = Number(row, _reps),
            Rpe = Number(row, _rpe),
            Distance = distance.Value,
            DistanceUnit = distance.Unit,
            Seconds = Seconds(row, _seconds),
        };
    }

    private static WeightUnit? OnlyUnit(IReadOnlyList<(int Index, WeightUnit? Unit)> weights) => weights.Count == 1 ? weights[0].Unit : null;

    private SetKind KindOf(SheetRow row)
    {
        var type = Cell(row, _type).Trim().ToLowerInvariant();
        SetKind? kind = type switch
        {
            "" or "normal" => SetKind.Working,
            "warmup" => SetKind.Warmup,
            "dropset" => SetKind.Drop,
            "failure" => SetKind.Failure,
            _ => null,
        };
        if (kind is null)
        {
            Doubtful(row, $"“{CleanText.Cut(type, 20)}” is no set type that is known here; it is taken as a working set.");
        }

        return kind ?? SetKind.Working;
    }
}
