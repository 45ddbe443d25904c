namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>Reads one number, in digits, words or both, at a place in a sentence.</summary>
internal static class NumberReader
{
    private const int MostHundreds = 5;

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

    // "1 40" and "2 25 for 3": a recogniser's way to write one forty and two twenty five.
    private static bool TrySplit(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (TryNought(tokens, ref i, ref value))
        {
            return true;
        }

        if (value is not (>= 1 and <= MostHundreds) || value != decimal.Truncate(value) || !Follows(tokens, i, out var tail) || tail.Break || tail.Glued || tail.Value is not (>= 10 and <= 99.5m) || tail.IsClock
            || (Follows(tokens, i + 1, out var next) && next.Text is "s" or "x") || (value > 1 && !IsLoad(tokens, i)))
        {
            return false;
        }

        value = (value * 100) + tail.Value.Value;
        i++;
        return true;
    }

    // "2 oh 5" and "4 05"
    private static bool TryNought(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (value is not (>= 1 and <= MostHundreds) || value != decimal.Truncate(value) || !Follows(tokens, i, out var nought) || nought.Break || nought.Glued)
        {
            return false;
        }

        var (digit, end) = nought is { Value: >= 1 and <= 9, IsClock: false, Text: ['0', _] } ? (nought.Value, i + 1)
            : nought.Text is "oh" or "o" && Follows(tokens, i + 1, out var unit) && !unit.Break ? (unit.Value ?? NumberWords.Value(unit.Text), i + 2) : (null, i);
        if (digit is not (>= 1 and <= 9))
        {
            return false;
        }

        (value, i) = ((value * 100) + digit.Value, end);
        return true;
    }

    // Two to five are often counts: only where nothing but a load can stand are they hundreds.
    private static bool IsLoad(ReadOnlySpan<Token> tokens, int tail) => Follows(tokens, tail + 1, out var next) && (next.Text is "for" or "times" || Units.Weight(next.Text) == Shared.WeightUnit.Lb)
        && (tail < 2 || (tokens[tail - 2].Value is null && NumberWords.Value(tokens[tail - 2].Text) is null && tokens[tail - 2].Text is not ("for" or "times" or "x" or "by" or "set" or "sets" or "of")) || tokens[tail - 1].Break);

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
