namespace TitanTrakr.Domain.Exchange;

/// <summary>
/// Keeps a spreadsheet from running a cell: what begins like a formula gets an apostrophe before it, and loses it when it is read again.
/// Source: OWASP, CSV Injection.
/// </summary>
public static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>The cell with an apostrophe before it where it would be run, or would be taken for one disarmed here.</summary>
    public static string Disarm(string cell) => IsArmed(cell.AsSpan().TrimStart(Mark)) ? Mark + cell : cell;

    /// <summary>What <see cref="Disarm"/> was given.</summary>
    public static string Rearm(string cell) =>
        cell.Length > 1 && cell[0] == Mark && IsArmed(cell.AsSpan().TrimStart(Mark)) ? cell[1..] : cell;

    private static bool IsArmed(ReadOnlySpan<char> cell) => !cell.IsEmpty && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
}
