using TitanTrakr.Domain.Exchange.Sheets;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>Tells dialects apart by the names of their columns, and reads the rows.</summary>
public static class DialectRecognizer
{
    // Each must have all of Needs and one of Either; the first that fits is it.
    private static readonly Signature[] Known =
    [
        new(Dialect.Titan, [TitanColumns.WorkoutId, TitanColumns.StartedAt, TitanColumns.SetId], [], (sheet, zone) => new TitanReader(sheet, zone)),
        new(Dialect.Hevy, ["start_time", "exercise_title", "reps"], [], (sheet, zone) => new HevyReader(sheet, zone)),
        new(Dialect.Strong, ["date", "workout name", "exercise name", "set order", "reps"], [], (sheet, zone) => new StrongReader(sheet, zone)),
        new(Dialect.StrongLifts, ["date (yyyy/mm/dd)", "exercise", "set 1 (reps)"], [], (sheet, zone) => new StrongLiftsReader(sheet, zone)),
        new(Dialect.FitNotesIos, ["starttime", "exercise", "iswarmup", "reps"], [], (sheet, zone) => new FitNotesSessionReader(sheet, zone)),
        new(Dialect.FitNotesIos, ["date", "exercise", "category", "reps", "weight (kg)", "weight (lbs)"], [], (sheet, zone) => new FitNotesReader(sheet, zone)),
        new(Dialect.FitNotes, ["date", "exercise", "category", "reps"], ["weight (kgs)", "weight (lbs)", "weight (kg)", "weight"],
            (sheet, zone) => new FitNotesReader(sheet, zone)),
    ];

    /// <summary>The file's rows in the words of its dialect, or why it can't be read.</summary>
    /// <param name="zone">Where its wall clocks hung.</param>
    public static Result<ForeignFile> Read(Sheet sheet, TimeZoneInfo zone)
    {
        var columns = new Columns(sheet.Header);
        if (Known.FirstOrDefault(signature => signature.Fits(columns)) is not { } known)
        {
            return Unknown(columns);
        }

        var reader = known.Reader(sheet, zone);
        var rows = new List<ForeignRow>(sheet.Rows.Count);
        foreach (var row in sheet.Rows)
        {
            rows.AddRange(reader.Read(row));
            if (reader.Fault is { } fault)
            {
                return fault;
            }
        }

        return new ForeignFile(known.Dialect, sheet.HeaderText, rows, reader.Columns.Unknown, reader.Doubts);
    }

    private static ImportUnreadable Unknown(Columns columns)
    {
        var nearest = Known.MaxBy(signature => signature.Needs.Count(columns.Has) / (double)signature.Needs.Length)!;
        var missing = nearest.Needs.Where(name => !columns.Has(name)).ToList();
        return new ImportUnreadable(1, missing.Count == nearest.Needs.Length
            ? "the column names of an export of Titan Trakr, Hevy, Strong, FitNotes or StrongLifts were expected."
            : $"this looks like an export of {nearest.Dialect}, but without {string.Join(", ", missing.DefaultIfEmpty("a column of weights"))}.");
    }

    private sealed record Signature(Dialect Dialect, string[] Needs, string[] Either, Func<Sheet, TimeZoneInfo, DialectReader> Reader)
    {
        public bool Fits(Columns columns) => Needs.All(columns.Has) && (Either.Length == 0 || Either.Any(columns.Has));
    }
}
