using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Infrastructure.Exchange;

internal sealed class CsvFiles : ICsvFiles
{
    public Result<Sheet> Read(ReadOnlyMemory<byte> file)
    {
        var text = FileText.Decode(file.Span);
        return text.IsOk ? SheetParser.Parse(text.Value) : text.Error;
    }

    public async Task Write(Stream to, char delimiter, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            NewLine = "\r\n",
            ShouldQuote = args => NeedsQuotes(args.Field, delimiter),
        };
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, configuration, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var cell in row)
            {
                csv.WriteField(FormulaGuard.Disarm(cell));
            }

            await csv.NextRecordAsync();
        }
    }

    private static bool NeedsQuotes(string? cell, char delimiter) =>
        cell is { Length: > 0 } && (cell.AsSpan().IndexOfAny(['"', '\r', '\n', ',', ';', '\t', delimiter]) >= 0 || char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]));
}
