namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>What follows a whole number: "point five", "and a half", "and three quarters".</summary>
internal static class Fractions
{
    public static bool TryDecimals(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!NumberReader.Follows(tokens, i, out var point) || !point.Is("point") || value != decimal.Truncate(value))
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

    public static void TryFraction(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!NumberReader.Follows(tokens, i, out var and) || !and.Is("and") || !NumberReader.Follows(tokens, i + 1, out var a) || value != decimal.Truncate(value))
        {
            return;
        }

        if (a.Is("half"))
        {
            value += 0.5m;
            i += 2;
        }
        else if (a.Is("a") && NumberReader.Follows(tokens, i + 2, out var part) && part.Is("half") | part.Is("quarter"))
        {
            value += part.Is("half") ? 0.5m : 0.25m;
            i += 3;
        }
        else if (a.Is("three") && NumberReader.Follows(tokens, i + 2, out part) && part.Is("quarters"))
        {
            value += 0.75m;
            i += 3;
        }
    }

    private static decimal? Digit(Token token) => token.Break ? null
        : token.Value is { } v && v < 100 && v == decimal.Truncate(v) ? v
        : token.Text is "oh" ? 0 : NumberWords.Value(token.Text) is { } w ? w : null;
}
