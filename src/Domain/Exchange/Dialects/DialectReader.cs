using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange.Dialects;

/// <summary>Reads the rows of one dialect. What a file must not be is a <see cref="Fault"/>; what is only odd is a doubt.</summary>
internal abstract class DialectReader(Sheet sheet, TimeZoneInfo zone)
{
    private readonly List<Doubt> _doubts = [];
    private bool _looked;
    private bool? _decimalComma;

    public ImportUnreadable? Fault { get; private set; }

    public IReadOnlyList<Doubt> Doubts => _doubts;

    public Columns Columns { get; } = new(sheet.Header);

    protected TimeZoneInfo Zone => zone;

    /// <summary>Columns whose numbers tell how this file writes decimals.</summary>
    protected abstract IReadOnlyList<int> Decimals { get; }

    /// <summary>What a row says: usually one set.</summary>
    public abstract IEnumerable<ForeignRow> Read(SheetRow row);

    protected void Doubtful(SheetRow row, string what, bool leftOut = false) => _doubts.Add(new Doubt(row.Line, what, leftOut));

    protected void Unreadable(SheetRow row, string expected) => Fault ??= new ImportUnreadable(row.Line, expected);

    protected static string Cell(SheetRow row, int column) =>
        column >= 0 && column < row.Cells.Count ? FormulaGuard.Rearm(row.Cells[column]) : "";

    /// <summary>The text of a cell, or null when it is empty.</summary>
    protected string? Text(SheetRow row, int column, int length)
    {
        if (CleanText.Of(Cell(row, column)) is not { } text)
        {
            return null;
        }

        if (text.Length > length)
        {
            Doubtful(row, $"{Name(column)} is longer than {length} characters and is cut.");
        }

        return CleanText.Cut(text, length);
    }

    protected decimal? Number(SheetRow row, int column)
    {
        var text = Cell(row, column).Trim();
        var number = text.Length == 0 ? null : NumberText.Read(text, DecimalComma());
        if (text.Length == 0 || number is not null)
        {
            return number;
        }

        if (NumberText.Read(text, true) is not null)
        {
            Unreadable(row, $"“{text}” in {Name(column)} could be {NumberText.Read(text, true)} or {NumberText.Read(text, false)}. Write decimals with a point.");
        }
        else
        {
            Doubtful(row, $"“{CleanText.Cut(text, 40)}” in {Name(column)} is not a number and is not taken.");
        }

        return null;
    }

    protected decimal? Seconds(SheetRow row, int column)
    {
        var text = Cell(row, column).Trim();
        var seconds = text.Length == 0 ? null : DurationText.Seconds(text) ?? NumberText.Read(text, DecimalComma());
        if (text.Length > 0 && seconds is null or < 0)
        {
            Doubtful(row, $"“{CleanText.Cut(text, 40)}” in {Name(column)} is not a duration and is not taken.");
            return null;
        }

        return seconds;
    }

    /// <summary>The wall clock's reading in a cell; without one the file can't be placed in time.</summary>
    protected DateTime? Local(SheetRow row, int column, string example)
    {
        var local = DateText.Local(Cell(row, column));
        if (local is null || !IsBelievable(local.Value))
        {
            Unreadable(row, $"a date such as {example} was expected in {Name(column)}, not “{CleanText.Cut(Cell(row, column), 40)}”.");
            return null;
        }

        return local;
    }

    /// <summary>The wall clock's reading in a cell that may say nothing of use: a workout without an end still has its start.</summary>
    protected DateTime? End(SheetRow row, int column)
    {
        var end = DateText.Local(Cell(row, column));
        if (end is null || IsBelievable(end.Value))
        {
            return end;
        }

        Doubtful(row, $"“{CleanText.Cut(Cell(row, column), 40)}” in {Name(column)} is no time of a workout and is not taken.");
        return null;
    }

    /// <summary>What the first filled one of several columns holds, with the unit its name says.</summary>
    protected (decimal? Value, TUnit? Unit) Quantity<TUnit>(SheetRow row, IReadOnlyList<(int Index, TUnit? Unit)> columns)
        where TUnit : struct, Enum
    {
        foreach (var (index, unit) in columns)
        {
            if (Number(row, index) is { } value)
            {
                return (value, unit);
            }
        }

        return (null, null);
    }

    protected WeightUnit? WeightUnitOf(SheetRow row, int column) => Cell(row, column).Trim().ToLowerInvariant() switch
    {
        "" => null,
        "kg" or "kgs" => WeightUnit.Kg,
        "lb" or "lbs" => WeightUnit.Lb,
        var other => Odd<WeightUnit>(row, other, "weight"),
    };

    protected DistanceUnit? DistanceUnitOf(SheetRow row, int column) => Cell(row, column).Trim('.', ' ').ToLowerInvariant() switch
    {
        "" => null,
        "m" or "meters" or "metres" => DistanceUnit.M,
        "km" or "kms" => DistanceUnit.Km,
        "mi" or "miles" or "mile" => DistanceUnit.Mi,
        "yd" or "yds" or "yards" => DistanceUnit.Yd,
        var other => Odd<DistanceUnit>(row, other, "distance"),
    };

    protected static string KeyOf(DateTime start, string? name) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{start:yyyy-MM-ddTHH:mm}|{Exercises.TextFold.Key(name ?? "")}");

    // A day more, or another zone's clock, still has a date.
    private static bool IsBelievable(DateTime local) => local.Year is >= 1990 and <= 9998;

    private TUnit? Odd<TUnit>(SheetRow row, string unit, string of)
        where TUnit : struct, Enum
    {
        Doubtful(row, $"“{CleanText.Cut(unit, 20)}” is no unit of {of} that is known here.");
        return null;
    }

    private string Name(int column) => sheet.Header[column].Trim();

    private bool? DecimalComma()
    {
        if (!_looked)
        {
            var seen = sheet.Rows.SelectMany(row => Decimals.Select(column => NumberText.Evidence(Cell(row, column)))).OfType<bool>().Distinct().ToList();
            (_looked, _decimalComma) = (true, seen.Count == 1 ? seen[0] : null);
        }

        return _decimalComma;
    }
}
