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

        if (!Fractions.TryDecimals(tokens, ref next, ref value))
        {
            Fractions.TryFraction(tokens, ref next, ref value);
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
            return Hundreds.TryRead(tokens, ref i, ref value) || TrySplit(tokens, ref i, ref value) || true;
        }

        if (tokens[i].Text is "a" or "an" && Follows(tokens, i + 1, out var big) && big.Is("hundred") | big.Is("thousand"))
        {
            value = 1;
            i++;
            return Hundreds.TryRead(tokens, ref i, ref value);
        }

        if (tokens[i].Is("hundred"))
        {
            value = 1;
            return Hundreds.TryRead(tokens, ref i, ref value);
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
        if (Hundreds.TryRead(tokens, ref i, ref value))
        {
            return true;
        }

        if (first >= 20)
        {
            Hundreds.AddUnit(tokens, ref i, ref value);
        }
        else if (first is >= 1 and <= 9)
        {
            Hundreds.TryShort(tokens, ref i, ref value);
        }

        return true;
    }

    /// <summary>The token at a place, if there is one.</summary>
    public static bool Follows(ReadOnlySpan<Token> tokens, int at, out Token token)
    {
        token = at < tokens.Length ? tokens[at] : default;
        return at < tokens.Length;
    }
}
