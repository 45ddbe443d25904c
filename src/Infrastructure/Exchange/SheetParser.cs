using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Infrastructure.Exchange;

/// <summary>Text as a table. The header's line tells the delimiter, and how many cells every row has.</summary>
internal static class SheetParser
{
    /// <summary>More rows than this are for the client to split: what one request holds in memory stays bounded.</summary>
    public const int MostRows = 20_000;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static Result<Sheet> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ImportUnreadable(1, "the file is empty; a header with column names was expected.");
        }

        if (text.AsSpan().TrimStart() is ['<', ..])
        {
            return new ImportUnreadable(1, "this is a web page, not a CSV file. Download the export itself.");
        }

        var delimiter = DelimiterOf(text);
        using var parser = new CsvParser(new StringReader(text), Configuration(delimiter));
        parser.Read();
        var (header, headerText) = (parser.Record ?? [], Raw(parser));
        var rows = new List<SheetRow>();
        while (parser.Read())
        {
            var row = Row(parser, delimiter, header.Length);
            if (!row.IsOk)
            {
                return row.Error;
            }

            if (rows.Count == MostRows)
            {
                return new ImportTooLong(row.Value.Line, MostRows);
            }

            rows.Add(row.Value);
        }

        return new Sheet(delimiter, header, headerText, rows);
    }

    private static Result<SheetRow> Row(CsvParser parser, char delimiter, int width)
    {
        var raw = Raw(parser);
        var line = parser.RawRow - raw.AsSpan().Count('\n');
        var cells = parser.Record ?? [];
        if (raw.AsSpan().Count('"') % 2 != 0)
        {
            return new ImportUnreadable(line, "a quotation mark is opened and never closed; the file may be cut off.");
        }

        if (cells.Length == 1 && width > 1 && cells[0].Contains(delimiter))
        {
            cells = Unwrapped(cells[0], delimiter);
        }

        return Fits(cells, width) ? new SheetRow(line, cells.Length > width ? cells[..width] : cells, raw) : Misshapen(cells, line, width, delimiter, raw);
    }

    // Empty cells beyond the header say nothing.
    private static bool Fits(string[] cells, int width) => cells.Length >= width && cells.AsSpan(width).IndexOfAnyExcept("") < 0;

    private static ImportUnreadable Misshapen(string[] cells, int line, int width, char delimiter, string raw)
    {
        var other = Delimiters.FirstOrDefault(candidate => candidate != delimiter && raw.AsSpan().Count(candidate) >= width - 1);
        var hint = cells.Length < width
            ? width > 1 && other != default ? $" This line is separated by “{Name(other)}”." : " The file may be cut off."
            : " A cell that holds the separator, or a decimal comma, stands in quotation marks.";
        return new ImportUnreadable(line, $"{width} cells separated by “{Name(delimiter)}” were expected, {cells.Length} found.{hint}");
    }

    // Some exports wrap a whole line in quotation marks.
    private static string[] Unwrapped(string line, char delimiter)
    {
        using var parser = new CsvParser(new StringReader(line), Configuration(delimiter));
        return parser.Read() ? parser.Record ?? [] : [];
    }

    private static string Raw(CsvParser parser) => parser.RawRecord.TrimEnd('\r', '\n');

    private static char DelimiterOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var header = end < 0 ? text : text[..end];
        return Delimiters.MaxBy(candidate => header.AsSpan().Count(candidate));
    }

    private static string Name(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    private static CsvConfiguration Configuration(char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        BadDataFound = null,
        DetectDelimiter = false,
        // The sheet keeps text; sharing equal cells costs more than it saves.
        CacheFields = false,
    };
}
