using System.Text;

namespace TitanTrakr.Domain.Exercises;

/// <summary>
/// Brings the many ways to write or say a name to one: case, accents, hyphens, apostrophes, plurals and the gym's
/// abbreviations. Done by hand rather than with the culture tables, which the browser build does not carry.
/// </summary>
public static class TextFold
{
    /// <summary>The folded words of a text: "DB Press-Ups" is <c>dumbbell</c>, <c>press</c>, <c>up</c>.</summary>
    public static string[] Words(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Singular)];

    /// <summary>The folded words without the gaps, so that "bench press" and "benchpress" are equal.</summary>
    public static string Key(string text) => string.Concat(Words(text));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\'' or '’' or '‘' or '`' or (>= '\u0300' and <= '\u036F') => plain,
                '&' => plain.Append(" and "),
                _ when char.IsLetterOrDigit(letter) => plain.Append(WithoutAccent(char.ToLowerInvariant(letter))),
                _ => plain.Append(' '),
            };
        }

        return plain.ToString();
    }

    private static char WithoutAccent(char letter) => letter switch
    {
        < '\u00E0' => letter,
        (>= 'à' and <= 'å') or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'ď' => 'd',
        (>= 'è' and <= 'ë') or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
        'ğ' => 'g',
        (>= 'ì' and <= 'ï') or 'ī' or 'ı' => 'i',
        'ł' => 'l',
        'ñ' or 'ń' or 'ň' => 'n',
        (>= 'ò' and <= 'ö') or 'ø' or 'ō' or 'ő' => 'o',
        'ř' => 'r',
        'ś' or 'š' or 'ş' => 's',
        'ť' => 't',
        (>= 'ù' and <= 'ü') or 'ū' or 'ů' or 'ű' => 'u',
        'ý' or 'ÿ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        _ => letter,
    };

    private static string Singular(string word) => word switch
    {
        "db" or "dbs" => "dumbbell",
        "bb" => "barbell",
        "kb" or "kbs" => "kettlebell",
        "flye" or "flyes" => "fly",
        "calves" => "calf",
        _ => WithoutPlural(word),
    };

    private static string WithoutPlural(string word)
    {
        if (word.Length < 3 || !word.EndsWith('s') || EndsWithAny(word, "ss", "us", "is"))
        {
            return word;
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }

        return EndsWithAny(word, "sses", "shes", "ches", "xes") ? word[..^2] : word[..^1];
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
