using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>FitNotes by day: a row a set, a workout a day, no time of day. The iOS app has both units side by side.</summary>
internal sealed class FitNotesReader : DialectReader
{
    private readonly int _date, _exercise, _category, _weightUnit, _reps, _distance, _distanceUnit, _time, _comment;
    private readonly IReadOnlyList<(int Index, WeightUnit? Unit)> _weights;

    public FitNotesReader(Sheet sheet, TimeZoneInfo zone)
        : base(sheet, zone)
    {
        (_date, _exercise, _category) = (Columns.Find("date"), Columns.Find("exercise"), Columns.Find("category"));
        (_reps, _weightUnit) = (Columns.Find("reps"), Columns.Find("weight unit"));
        (_distance, _distanceUnit, _time) = (Columns.Find("distance"), Columns.Find("distance unit"), Columns.Find("time"));
        _comment = Columns.Find("comment", "notes");
        Columns.Know("kind");
        _weights = Columns.Weights(
        [
            ("weight (kgs)", WeightUnit.Kg), ("weight (kg)", WeightUnit.Kg), ("weight (lbs)", WeightUnit.Lb), ("weight (lb)", WeightUnit.Lb), ("weight", null),
        ]);
    }

    protected override IReadOnlyList<int> Decimals => [.. _weights.Select(weight => weight.Index), _distance];

    public override IEnumerable<ForeignRow> Read(SheetRow row)
    {
        if (Local(row, _date, "2025-12-01") is not { } day)
        {
            yield break;
        }

        var weight = Weight(row);
        var start = day.TimeOfDay == TimeSpan.Zero ? day.AddHours(12) : day;
        yield return new ForeignRow
        {
            Source = row,
            WorkoutKey = KeyOf(start, null),
            StartedAt = WallClock.At(start, Zone),
            Exercise = Text(row, _exercise, CleanText.Name),
            Category = Text(row, _category, CleanText.Name),
            Weight = weight.Value,
            WeightUnit = weight.Unit ?? WeightUnitOf(row, _weightUnit),
            Reps = Number(row, _reps),
            Distance = Number(row, _distance),
            DistanceUnit = DistanceUnitOf(row, _distanceUnit),
            Seconds = Seconds(row, _time),
            SetNote = Text(row, _comment, CleanText.Note),
        };
    }

    // Where both units are filled, one was converted from the other: the even one is what was on the bar.
    private (decimal? Value, WeightUnit? Unit) Weight(SheetRow row)
    {
        var first = Quantity(row, _weights);
        var others = _weights.Where(weight => weight.Unit != first.Unit).ToList();
        if (first is not { Value: > 0 and { } value, Unit: { } unit } || Quantity(row, others) is not { Value: > 0 and { } other, Unit: { } otherUnit })
        {
            return first;
        }

        if (Math.Abs(UnitDust.Kilograms(value, unit) - UnitDust.Kilograms(other, otherUnit)) > 0.5m)
        {
            Doubtful(row, $"The weights {value} and {other} in two units don't agree; the first is taken.");
            return first;
        }

        return UnitDust.Offer(value, unit) is not null ? (other, otherUnit) : first;
    }
}
