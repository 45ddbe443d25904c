using System.Text;

namespace TitanTrakr.Domain.Exchange.Reading;

/// <summary>Text of a file made fit to be kept: no control characters, no longer than what one may type.</summary>
internal static class CleanText
{
    /// <summary>The most characters of a name and of a note.</summary>
    public const int Name = 100, Note = 1000;

    /// <summary>The text without control characters and outer blanks, or null when nothing is left.</summary>
    public static string? Of(string text)
    {
        var clean = text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Contains('\u007F') ? text : Stripped(text);
        clean = clean.Trim();
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>The text as it is but for what no text may hold; line ends and outer blanks stay.</summary>
    public static string Kept(string text) =>
        string.Concat(text.Where(letter => letter is '\t' or '\n' or '\r' || (letter >= ' ' && letter != '\u007F')));

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Stripped(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\t' or '\n' || (letter >= ' ' && letter != '\u007F'))
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }
}
