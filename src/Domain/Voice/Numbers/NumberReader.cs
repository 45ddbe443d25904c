namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>Reads one number, in digits, words or both, at a place in a sentence.</summary>
internal static class NumberReader
{
    /// <summary>The number that starts at <paramref name="at"/>, and where it ends.</summary>
    public static bool TryRead(ReadOnlySpan<Token> tokens, int at, out decimal value, out int next)
    {
        next = at;
        if (!TryWhole(tokens, ref next, out value))
        {
            return false;
        }

        if (!TryDecimals(tokens, ref next, ref value))
        {
            TryFraction(tokens, ref next, ref value);
        }

        return true;
    }

    private static bool TryWhole(ReadOnlySpan<Token> tokens, ref int i, out decimal value)
    {
        value = 0;
        if (i >= tokens.Length || tokens[i].IsClock)
        {
            return false;
        }

        if (tokens[i].Value is { } digits)
        {
            value = digits;
            i++;
            return TryHundreds(tokens, ref i, ref value) || TrySplit(tokens, ref i, ref value) || true;
        }

        if (tokens[i].Text is "a" or "an" && Follows(tokens, i + 1, out var big) && big.Is("hundred") | big.Is("thousand"))
        {
            value = 1;
            i++;
            return TryHundreds(tokens, ref i, ref value);
        }

        if (tokens[i].Is("hundred"))
        {
            value = 1;
            return TryHundreds(tokens, ref i, ref value);
        }

        return TryWords(tokens, ref i, out value);
    }

    // "1 40": a recogniser's way to write one forty.
    private static bool TrySplit(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (value != 1 || !Follows(tokens, i, out var tail) || tail.Break || tail.Glued || tail.Value is not (>= 10 and <= 99.5m) || tail.IsClock
            || (Follows(tokens, i + 1, out var next) && next.Text is "s" or "x"))
        {
            return false;
        }

        value = 100 + tail.Value.Value;
        i++;
        return true;
    }

    private static bool TryWords(ReadOnlySpan<Token> tokens, ref int i, out decimal value)
    {
        value = 0;
        if (NumberWords.Value(tokens[i].Text) is not { } first)
        {
            return false;
        }

        value = first;
        i++;
        if (TryHundreds(tokens, ref i, ref value))
        {
            return true;
        }

        if (first >= 20)
        {
            TryUnit(tokens, ref i, ref value);
        }
        else if (first is >= 1 and <= 9)
        {
            TryShortHundred(tokens, ref i, ref value);
        }

        return true;
    }

    // "sixty two", and "sixty to point five" where only a two can stand.
    private static void TryUnit(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!Follows(tokens, i, out var unit) || unit.Break || value % 10 != 0)
        {
            return;
        }

        if (NumberWords.Value(unit.Text) is { } digit and >= 1 and <= 9)
        {
            value += digit;
            i++;
        }
        else if ((unit.Is("to") || unit.Is("too")) && Follows(tokens, i + 1, out var point) && point.Is("point"))
        {
            value += 2;
            i++;
        }
    }

    // "one oh five" is 105, "two twenty five" 225, "one 35" 135.
    private static void TryShortHundred(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!Follows(tokens, i, out var token) || token.Break)
        {
            return;
        }

        if (token.Is("oh") || token.Is("o"))
        {
            if (Follows(tokens, i + 1, out var digit) && (NumberWords.Value(digit.Text) ?? digit.Value) is { } d and >= 1 and <= 9)
            {
                value = (value * 100) + d;
                i += 2;
            }

            return;
        }

        if (value <= 5 && (NumberWords.Value(token.Text) ?? token.Value) is { } tail and >= 10 and <= 99.99m)
        {
            value = (value * 100) + tail;
            i++;
            if (token.Value is null && tail >= 20)
            {
                TryUnit(tokens, ref i, ref value);
            }
        }
    }

    private static bool TryHundreds(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!Follows(tokens, i, out var scale) || value > 100 || scale.Glued)
        {
            return false;
        }

        if (!scale.Is("hundred") && !scale.Is("thousand"))
        {
            return false;
        }

        value *= scale.Is("hundred") ? 100 : 1000;
        i++;
        AddTail(tokens, ref i, ref value, scale.Is("thousand"));
        return true;
    }

    private static void AddTail(ReadOnlySpan<Token> tokens, ref int i, ref decimal value, bool thousand)
    {
        var j = Follows(tokens, i, out var and) && and.Is("and") ? i + 1 : i;
        if (!Follows(tokens, j, out var tail) || tail.Break)
        {
            return;
        }

        var inWords = NumberWords.Value(tail.Text);
        if (inWords is null && (j == i || tail.Value is not (> 0 and < 100)))
        {
            return;
        }

        var k = j;
        decimal rest = inWords ?? tail.Value!.Value;
        k++;
        if (thousand && Follows(tokens, k, out var hundred) && hundred.Is("hundred"))
        {
            rest *= 100;
            k++;
        }
        else if (rest >= 20 && inWords is not null)
        {
            TryUnit(tokens, ref k, ref rest);
        }

        value += rest;
        i = k;
    }

    private static bool TryDecimals(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!Follows(tokens, i, out var point) || !point.Is("point") || value != decimal.Truncate(value))
        {
            return false;
        }

        var scale = 0.1m;
        var j = i + 1;
        var read = 0m;
        for (; j < tokens.Length && j <= i + 3 && Digit(tokens[j]) is { } digit; j++)
        {
            read += digit < 10 ? digit * scale : digit * scale / 10;
            scale /= digit < 10 ? 10 : 100;
            if (digit == 5 || digit >= 10)
            {
                j++;
                break;
            }
        }

        if (j == i + 1)
        {
            return false;
        }

        value += read;
        i = j;
        return true;
    }

    private static decimal? Digit(Token token) => token.Break ? null
        : token.Value is { } v && v < 100 && v == decimal.Truncate(v) ? v
        : token.Text is "oh" ? 0 : NumberWords.Value(token.Text) is { } w ? w : null;

    private static void TryFraction(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!Follows(tokens, i, out var and) || !and.Is("and") || !Follows(tokens, i + 1, out var a) || value != decimal.Truncate(value))
        {
            return;
        }

        if (a.Is("half"))
        {
            value += 0.5m;
            i += 2;
        }
        else if (a.Is("a") && Follows(tokens, i + 2, out var part) && part.Is("half") | part.Is("quarter"))
        {
            value += part.Is("half") ? 0.5m : 0.25m;
            i += 3;
        }
        else if (a.Is("three") && Follows(tokens, i + 2, out part) && part.Is("quarters"))
        {
            value += 0.75m;
            i += 3;
        }
    }

    private static bool Follows(ReadOnlySpan<Token> tokens, int at, out Token token)
    {
        token = at < tokens.Length ? tokens[at] : default;
        return at < tokens.Length;
    }
}
