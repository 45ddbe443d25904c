using System.Globalization;
using System.Text.RegularExpressions;

namespace TitanTrakr.Domain.Exchange.Reading;

/// <summary>Numbers written with a decimal point or a decimal comma. What could be read both ways is read only where the rest of the file tells.</summary>
public static partial class NumberText
{
    /// <summary>The number, or null when the text is none or could mean two.</summary>
    /// <param name="decimalComma">What the other numbers of the file say; null where they say nothing.</param>
    public static decimal? Read(string text, bool? decimalComma)
    {
        var trimmed = text.Trim();
        if (Thousands().IsMatch(trimmed))
        {
            return trimmed.Contains(',') ? OfComma(trimmed, decimalComma) : OfPoint(trimmed, decimalComma);
        }

        if (trimmed.Contains(',') && trimmed.Contains('.'))
        {
            var (group, point) = trimmed.LastIndexOf(',') > trimmed.LastIndexOf('.') ? (".", ',') : (",", '.');
            return Grouped().IsMatch(trimmed) ? Plain(trimmed.Replace(group, "", StringComparison.Ordinal).Replace(point, '.')) : null;
        }

        return Plain(trimmed.Replace(',', '.'));
    }

    /// <summary>The number when it is written plainly, with a decimal point if any.</summary>
    public static decimal? Plain(string text) =>
        text.Length <= 28 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>True for a number that can only have a decimal comma, false for one that can only have a point, else null.</summary>
    public static bool? Evidence(string text) =>
        DecimalComma().IsMatch(text.Trim()) ? true : DecimalPoint().IsMatch(text.Trim()) ? false : null;

    private static decimal? OfComma(string text, bool? decimalComma) => decimalComma switch
    {
        true => Plain(text.Replace(',', '.')),
        false => Plain(text.Replace(",", "", StringComparison.Ordinal)),
        null => null,
    };

    private static decimal? OfPoint(string text, bool? decimalComma) =>
        Plain(decimalComma == true ? text.Replace(".", "", StringComparison.Ordinal) : text);

    // "1,250" and "1.250": a thousand and more, or one and a quarter. "0,250" is no thousand.
    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}[.,]\d{3}$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+\.\d+$|^[+-]?\d{1,3}(\.\d{3})+,\d+$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?\d+,(\d{1,2}|\d{4,})$|^[+-]?0,\d+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?\d+\.(\d{1,2}|\d{4,})$|^[+-]?0\.\d+$")]
    private static partial Regex DecimalPoint();
}
