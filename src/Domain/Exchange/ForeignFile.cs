namespace TitanTrakr.Domain.Exchange;

/// <summary>A file understood row by row.</summary>
/// <param name="Header">Its header line as written: without it the rows that are kept mean nothing.</param>
/// <param name="UnknownColumns">Columns that nothing was taken from.</param>
public sealed record ForeignFile(
    Dialect Dialect, string Header, IReadOnlyList<ForeignRow> Rows, IReadOnlyList<string> UnknownColumns, IReadOnlyList<Doubt> Doubts);
