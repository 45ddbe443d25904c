namespace TitanTrakr.Domain.Voice.Numbers;

/// <summary>Reads a time: "ninety seconds", "one minute thirty", "a minute and a half", "7:45".</summary>
internal static class DurationReader
{
    public static bool TryRead(ReadOnlySpan<Token> tokens, int at, out int seconds, out int next)
    {
        (seconds, next) = (0, at);
        if (at < tokens.Length && tokens[at].IsClock)
        {
            seconds = (int)tokens[at].Value!.Value;
            next = at + 1;
            return true;
        }

        if (!TryPart(tokens, at, out var first, out var unit, out next))
        {
            return false;
        }

        seconds = (int)Math.Round(Math.Min(first * unit, 999_999m));
        if (unit > 1)
        {
            Tail(tokens, unit, ref seconds, ref next);
        }

        return true;
    }

    /// <summary>Minutes and seconds as a clock is read aloud: "seven forty five", "one thirty", "twelve oh five", "26 30".</summary>
    public static bool TryReadAloud(ReadOnlySpan<Token> tokens, int at, out int seconds, out int next)
    {
        seconds = 0;
        if (!TrySixty(tokens, at, out var minutes, out next) || minutes == 0 || next >= tokens.Length || tokens[next].Break || tokens[next].Glued)
        {
            return false;
        }

        var nought = tokens[next].Text is "oh" or "o";
        if (!TrySixty(tokens, nought ? next + 1 : next, out var rest, out next) || nought != rest < 10 || (next < tokens.Length && IsUnit(tokens[next].Text)))
        {
            return false;
        }

        seconds = (minutes * 60) + rest;
        return true;
    }

    private static bool IsUnit(string word) => word is "hundred" or "point" or "percent" || Units.Weight(word) is not null || Units.Seconds(word) is not null || Units.Length(word) is not null || Units.IsReps(word);

    // 0 to 59, in one token or as "forty five".
    private static bool TrySixty(ReadOnlySpan<Token> tokens, int at, out int value, out int next)
    {
        (value, next) = (0, at + 1);
        if (at >= tokens.Length || tokens[at].IsClock || (tokens[at].Value ?? NumberWords.Value(tokens[at].Text)) is not (>= 0 and < 60 and var first) || first != decimal.Truncate(first))
        {
            return false;
        }

        value = (int)first;
        if (tokens[at].Value is null && value >= 20 && next < tokens.Length && !tokens[next].Break && NumberWords.Value(tokens[next].Text) is { } unit and >= 1 and <= 9)
        {
            value += unit;
            next++;
        }

        return true;
    }

    private static bool TryPart(ReadOnlySpan<Token> tokens, int at, out decimal amount, out int unit, out int next)
    {
        unit = 0;
        if (!TryAmount(tokens, at, out amount, out next) || next >= tokens.Length || Units.Seconds(tokens[next].Text) is not { } found
            || (tokens[next].Text is "s" or "m"))
        {
            return false;
        }

        unit = found;
        next++;
        return true;
    }

    private static bool TryAmount(ReadOnlySpan<Token> tokens, int at, out decimal amount, out int next)
    {
        if (at < tokens.Length && tokens[at].Text == "half")
        {
            amount = 0.5m;
            next = at + 1 < tokens.Length && tokens[at + 1].Text is "a" or "an" ? at + 2 : at + 1;
            return true;
        }

        if (NumberReader.TryRead(tokens, at, out amount, out next))
        {
            return true;
        }

        amount = 1;
        next = at + 1;
        // "minute thirty"
        if (at + 1 < tokens.Length && tokens[at].Text is "minute" or "hour" && (NumberReader.TryRead(tokens, at + 1, out _, out _) || (tokens[at + 1].Is("and") && at + 2 < tokens.Length && tokens[at + 2].Is("a"))))
        {
            next = at;
            return true;
        }

        return at < tokens.Length && tokens[at].Text is "a" or "an" && next < tokens.Length && tokens[next].Text is not ("second" or "sec");
    }

    private static void Tail(ReadOnlySpan<Token> tokens, int unit, ref int seconds, ref int next)
    {
        var i = next < tokens.Length && tokens[next].Is("and") ? next + 1 : next;
        if (i > next && i + 1 < tokens.Length && tokens[i].Is("a") && tokens[i + 1].Is("half"))
        {
            seconds += unit / 2;
            next = i + 2;
        }
        else if (TryPart(tokens, i, out var amount, out var small, out var end) && small < unit)
        {
            seconds += (int)(amount * small);
            next = end;
        }
        else if (unit == 60 && NumberReader.TryRead(tokens, i, out amount, out end) && amount is >= 1 and < 60 && !tokens[i].Break
            && (end == tokens.Length || !IsUnit(tokens[end].Text)))
        {
            seconds += (int)amount;
            next = end;
        }
    }
}
