using System.Globalization;
using System.Text.RegularExpressions;
using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>StrongLifts 5×5: a row an exercise, its sets in pairs of columns, <c>Set 1 (Reps)</c> and <c>Set 1 (KG)</c>.</summary>
internal sealed partial class StrongLiftsReader : DialectReader
{
    private readonly int _date, _name, _exercise, _start, _end, _notes;
    private readonly IReadOnlyList<(int Number, int Reps, int Weight, WeightUnit Unit)> _sets;

    public StrongLiftsReader(Sheet sheet, TimeZoneInfo zone)
        : base(sheet, zone)
    {
        (_date, _name, _exercise) = (Columns.Find("date (yyyy/mm/dd)"), Columns.Find("workout name"), Columns.Find("exercise"));
        (_start, _end, _notes) = (Columns.Find("start time (h:mm)"), Columns.Find("end time (h:mm)"), Columns.Find("notes"));
        Columns.Know("workout");
        _sets = [.. Pairs()];
    }

    protected override IReadOnlyList<int> Decimals => [.. _sets.Select(set => set.Weight)];

    public override IEnumerable<ForeignRow> Read(SheetRow row)
    {
        if (Local(row, _date, "2025/12/01") is not { } day)
        {
            yield break;
        }

        var start = day + (DateText.TimeOfDay(Cell(row, _start)) ?? TimeSpan.FromHours(12));
        var name = Text(row, _name, CleanText.Name);
        var frame = new ForeignRow
        {
            Source = row,
            WorkoutKey = KeyOf(start, name),
            StartedAt = WallClock.At(start, Zone),
            EndedAt = EndOf(row, day, start),
            WorkoutName = name,
            Role = RowRole.Frame,
            Exercise = Text(row, _exercise, CleanText.Name),
            ExerciseNote = Text(row, _notes, CleanText.Note),
        };
        yield return frame;
        foreach (var (number, reps, weight, unit) in _sets)
        {
            if (Cell(row, reps).Trim() is not ("" or "-"))
            {
                yield return frame with { Role = RowRole.Set, Number = number, Reps = Number(row, reps), Weight = Number(row, weight), WeightUnit = unit };
            }
        }
    }

    // A workout past midnight ends on the next day.
    private DateTimeOffset? EndOf(SheetRow row, DateTime day, DateTime start) =>
        DateText.TimeOfDay(Cell(row, _end)) is not { } clock ? null
        : day + clock is var end && end < start ? WallClock.At(end.AddDays(1), Zone)
        : WallClock.At(end, Zone);

    private IEnumerable<(int Number, int Reps, int Weight, WeightUnit Unit)> Pairs()
    {
        foreach (var name in Columns.Names.ToList())
        {
            if (RepsColumn().Match(name) is { Success: true } match)
            {
                var number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                var (kg, lb) = (Columns.Find($"set {number} (kg)"), Columns.Find($"set {number} (lb)", $"set {number} (lbs)"));
                yield return (number, Columns.Find(name), kg >= 0 ? kg : lb, kg >= 0 ? WeightUnit.Kg : WeightUnit.Lb);
            }
        }
    }

    [GeneratedRegex(@"^set (\d{1,3}) \(reps\)$")]
    private static partial Regex RepsColumn();
}
