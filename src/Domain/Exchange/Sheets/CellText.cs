using System.Globalization;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>Values as text of a cell; nothing is an empty cell.</summary>
internal static class CellText
{
    /// <summary>With as many decimals as were entered.</summary>
    public static string Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(Guid? id) => id?.ToString() ?? "";

    public static string Of(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture) ?? "";

    public static string Of<T>(T? name)
        where T : struct, Enum => name is { } known ? char.ToLowerInvariant(known.ToString()[0]) + known.ToString()[1..] : "";

    /// <summary>A list in one cell: parts apart by a bar, which no part holds.</summary>
    public static string Of(IReadOnlyList<string> parts) => string.Join('|', parts.Select(part => part.Replace('|', '/')));
}
