namespace TitanTrakr.Domain.Exchange;

/// <summary>A table as it stands in a file: cells are text, nothing is understood yet.</summary>
/// <param name="Delimiter">What separates its cells.</param>
/// <param name="Header">The column names as written.</param>
/// <param name="HeaderText">The header's line as it stands in the file.</param>
public sealed record Sheet(char Delimiter, IReadOnlyList<string> Header, string HeaderText, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Line">Where it begins in the file, from 1; notes may hold line ends, so lines and rows differ.</param>
/// <param name="Raw">The row as it stands in the file, without its line end.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells, string Raw);
