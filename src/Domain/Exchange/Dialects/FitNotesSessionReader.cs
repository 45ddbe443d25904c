using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>The other FitNotes of iOS: sessions with start and end in UTC, warm-ups marked, sets that were not done among the others.</summary>
internal sealed class FitNotesSessionReader : DialectReader
{
    private readonly int _name, _start, _end, _exercise, _equipment, _reps, _weight, _time, _distance, _status, _warmup, _rpe, _rir, _categories, _note;

    public FitNotesSessionReader(Sheet sheet, TimeZoneInfo zone)
        : base(sheet, zone)
    {
        (_name, _start, _end) = (Columns.Find("name"), Columns.Find("starttime"), Columns.Find("endtime"));
        (_exercise, _equipment, _categories, _note) = (Columns.Find("exercise"), Columns.Find("equipment"), Columns.Find("categories"), Columns.Find("note"));
        (_reps, _weight, _time, _distance) = (Columns.Find("reps"), Columns.Find("weight"), Columns.Find("time"), Columns.Find("distance"));
        (_status, _warmup, _rpe, _rir) = (Columns.Find("status"), Columns.Find("iswarmup"), Columns.Find("rpe"), Columns.Find("rir"));
    }

    protected override IReadOnlyList<int> Decimals => [_weight, _distance, _rpe];

    public override IEnumerable<ForeignRow> Read(SheetRow row)
    {
        if ((DateText.Instant(Cell(row, _start).Trim()) ?? Wall(row)) is not { } start)
        {
            yield break;
        }

        var done = Cell(row, _status).Trim() is "" or "Done" or "done";
        if (!done)
        {
            Doubtful(row, $"The set is marked “{CleanText.Cut(Cell(row, _status).Trim(), 20)}”, not done.", leftOut: true);
        }

        var name = Text(row, _name, CleanText.Name);
        var exercise = Text(row, _exercise, CleanText.Name);
        yield return new ForeignRow
        {
            Source = row,
            WorkoutKey = KeyOf(start.UtcDateTime, name),
            StartedAt = start,
            EndedAt = DateText.Instant(Cell(row, _end).Trim()),
            WorkoutName = name,
            Role = done ? RowRole.Set : RowRole.Frame,
            Exercise = Text(row, _equipment, CleanText.Name) is { } equipment && exercise is not null
                ? CleanText.Cut($"{exercise} ({equipment})", CleanText.Name) : exercise,
            Category = Text(row, _categories, CleanText.Name),
            Kind = Cell(row, _warmup).Trim().ToLowerInvariant() is "true" or "1" or "yes" ? SetKind.Warmup : SetKind.Working,
            Weight = Number(row, _weight),
            Reps = Number(row, _reps),
            // What is left in reserve, on the same scale: see Rpe.
            Rpe = Number(row, _rpe) ?? (Number(row, _rir) is { } reserve ? 10 - reserve : null),
            Distance = Number(row, _distance),
            Seconds = Seconds(row, _time),
            SetNote = Text(row, _note, CleanText.Note),
        };
    }

    private DateTimeOffset? Wall(SheetRow row) => Local(row, _start, "2025-12-01T10:53:00Z") is { } local ? WallClock.At(local, Zone) : null;
}
