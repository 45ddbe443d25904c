using System.Globalization;

namespace TitanTrakr.Domain.Voice;

/// <summary>Cuts a transcript into tokens. Linear, by hand: nothing here can run away.</summary>
internal static class Tokenizer
{
    public static Token[] Cut(string text)
    {
        var tokens = new List<Token>(24);
        var pause = false;
        var glued = false;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var token = Digits(text, ref i, pause, glued);
                tokens.Add(token);
                (pause, glued) = (false, true);
            }
            else if (char.IsLetter(text[i]))
            {
                tokens.Add(Word(text, ref i, pause, glued));
                (pause, glued) = (false, true);
            }
            else
            {
                Sign(text, ref i, tokens, ref pause, ref glued);
            }
        }

        return [.. tokens];
    }

    private static void Sign(string text, ref int i, List<Token> tokens, ref bool pause, ref bool glued)
    {
        var sign = text[i];
        var word = sign switch { '×' or '*' => "x", '@' => "@", '%' => "percent", '+' => "plus", '#' => "#", '&' => "and", '?' => "?", _ => null };
        if (sign is '-' or '−' && !glued && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        {
            word = "minus";
        }

        if (word is not null)
        {
            tokens.Add(new Token(word, null, false, pause, glued, i) { End = i + 1 });
            pause = false;
        }

        pause |= sign is ',' or ';' or '.' or ':' or '!' or '?' or '—';
        glued = sign is '-' && glued;
        i++;
    }

    private static Token Word(string text, ref int i, bool pause, bool glued)
    {
        var start = i;
        var length = 0;
        Span<char> buffer = stackalloc char[32];
        for (; i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’'); i++)
        {
            if (text[i] is not ('\'' or '’') && length < buffer.Length)
            {
                buffer[length++] = char.ToLowerInvariant(text[i]);
            }
        }

        // "90kgx7": the x stands between numbers.
        if (glued && length > 1 && buffer[length - 1] == 'x' && i < text.Length && char.IsAsciiDigit(text[i]))
        {
            (length, i) = (length - 1, i - 1);
        }

        return new Token(new string(buffer[..length]), null, false, pause, glued, start) { End = i };
    }

    private static Token Digits(string text, ref int i, bool pause, bool glued)
    {
        var start = i;
        Run(text, ref i);
        if (i + 2 < text.Length && text[i] == ':' && char.IsAsciiDigit(text[i + 1]))
        {
            return Clock(text, ref i, start, pause);
        }

        if (HasDecimals(text, i, start))
        {
            i++;
            Run(text, ref i);
        }

        var digits = text[start..i].Replace(',', '.');
        var known = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && digits.Length <= 9;
        return new Token(digits, known ? value : null, false, pause, glued, start) { End = i };
    }

    // 7:45 is minutes and seconds, 1:02:03 hours too.
    private static Token Clock(string text, ref int i, int start, bool pause)
    {
        decimal seconds = 0;
        var piece = start;
        while (true)
        {
            i = piece;
            Run(text, ref i);
            var part = text.AsSpan(piece, Math.Min(i - piece, 5));
            seconds = (seconds * 60) + int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            if (i + 1 >= text.Length || text[i] != ':' || !char.IsAsciiDigit(text[i + 1]) || seconds > 100_000)
            {
                return new Token(text[start..i], seconds, true, pause, false, start) { End = i };
            }

            piece = i + 1;
        }
    }

    // "82,5" is a decimal only where what follows can't be a next set: one digit, or 25/75, without a space.
    private static bool HasDecimals(string text, int i, int start)
    {
        if (i + 1 >= text.Length || text[i] is not ('.' or ',') || !char.IsAsciiDigit(text[i + 1]))
        {
            return false;
        }

        var end = i + 1;
        Run(text, ref end);
        var tail = text[(i + 1)..end];
        return text[i] == '.' || (tail is "5" or "25" or "75" && end - start <= 6 && !(end + 1 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1])));
    }

    private static void Run(string text, ref int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }
    }
}
