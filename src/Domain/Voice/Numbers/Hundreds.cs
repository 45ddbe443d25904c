namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>What follows the first word of a number: its unit, its hundreds, what is said behind them.</summary>
internal static class Hundreds
{
    // "sixty two", and "sixty to point five" where only a two can stand.
    public static void AddUnit(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!NumberReader.Follows(tokens, i, out var unit) || unit.Break || value % 10 != 0)
        {
            return;
        }

        if (NumberWords.Value(unit.Text) is { } digit and >= 1 and <= 9)
        {
            value += digit;
            i++;
        }
        else if ((unit.Is("to") || unit.Is("too")) && NumberReader.Follows(tokens, i + 1, out var point)
            && (point.Is("point") || (point.Is("and") && NumberReader.Follows(tokens, i + 2, out var a) && NumberReader.Follows(tokens, i + 3, out var half) && a.Is("a") && half.Is("half"))))
        {
            value += 2;
            i++;
        }
    }

    // "one oh five" is 105, "two twenty five" 225, "one 35" 135.
    public static void TryShort(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!NumberReader.Follows(tokens, i, out var token) || token.Break)
        {
            return;
        }

        if (token.Is("oh") || token.Is("o"))
        {
            if (NumberReader.Follows(tokens, i + 1, out var digit) && (NumberWords.Value(digit.Text) ?? digit.Value) is { } d and >= 1 and <= 9)
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
                AddUnit(tokens, ref i, ref value);
            }
        }
    }

    /// <summary>"hundred" or "thousand" behind a number, and what is said behind that.</summary>
    public static bool TryRead(ReadOnlySpan<Token> tokens, ref int i, ref decimal value)
    {
        if (!NumberReader.Follows(tokens, i, out var scale) || value > 100 || scale.Glued)
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
        var j = NumberReader.Follows(tokens, i, out var and) && and.Is("and") ? i + 1 : i;
        if (!NumberReader.Follows(tokens, j, out var tail) || tail.Break)
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
        if (thousand && NumberReader.Follows(tokens, k, out var hundred) && hundred.Is("hundred"))
        {
            rest *= 100;
            k++;
        }
        else if (rest >= 20 && inWords is not null)
        {
            AddUnit(tokens, ref k, ref rest);
        }

        value += rest;
        i = k;
    }
}
