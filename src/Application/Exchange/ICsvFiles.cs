using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>Tables from and to CSV (RFC 4180): encodings, delimiters, quotes.</summary>
public interface ICsvFiles
{
    /// <summary>The table in a file, or why it is none, with the line.</summary>
    Result<Sheet> Read(ReadOnlyMemory<byte> file);

    /// <summary>Writes rows one after the other as UTF-8 with CRLF; cells that a spreadsheet would run are disarmed.</summary>
    Task Write(Stream to, char delimiter, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken);
}
