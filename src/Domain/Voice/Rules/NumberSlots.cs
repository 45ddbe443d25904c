using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>The slots that hold numbers, units and times.</summary>
internal static class NumberSlots
{
    public static bool TryTake(string slot, Match match, int at, out int end)
    {
        var tokens = match.Tokens.Span;
        end = at + 1;
        switch (slot)
        {
            case "{unit}":
                return (match.Unit = Units.Weight(tokens[at].Text) ?? Units.System(tokens[at].Text)) is not null;
            case "{ord}":
                return Ordinal(tokens[at]) is { } ordinal && Add(match, ordinal);
            case "{dur}":
                return DurationReader.TryRead(tokens, at, out var seconds, out end) && Lasts(match, seconds);
            case "{rest}":
                return Rest(match, at, out end);
            default:
                return Number(slot, match, at, out end);
        }
    }

    private static bool Number(string slot, Match match, int at, out int end)
    {
        var tokens = match.Tokens.Span;
        if (!NumberReader.TryRead(tokens, at, out var value, out end))
        {
            return false;
        }

        if (slot == "{load}")
        {
            match.LoadUnit = end < tokens.Length ? Units.Weight(tokens[end].Text) : null;
            end += match.LoadUnit is null ? 0 : 1;
        }

        return Add(match, value);
    }

    // "rest one forty five" is 1:45, "rest 90" seconds, "rest two" minutes; "rest 145" could be 1:45 or 145 seconds.
    private static bool Rest(Match match, int at, out int end)
    {
        var tokens = match.Tokens.Span;
        if (DurationReader.TryRead(tokens, at, out var seconds, out end))
        {
            return Lasts(match, seconds);
        }

        if (!NumberReader.TryRead(tokens, at, out var value, out end))
        {
            return false;
        }

        // "rest 90s": nothing but a time can be written so here.
        if (end < tokens.Length && tokens[end] is { Glued: true, Text: "s" or "m" } unit && value <= 1000)
        {
            end++;
            return Lasts(match, (int)(value * (unit.Is("s") ? 1 : 60)));
        }

        var clock = value is > 100 and < 1000 && value == decimal.Truncate(value) && value % 100 is > 0 and < 60;
        var asClock = (int)(((int)(Math.Min(value, 999) / 100) * 60) + (value % 100));
        if (clock && !(tokens[at].Value is null && end - at > 1) && value % 30 != 0)
        {
            match.Numbers.AddRange([asClock, value]);
            return true;
        }

        return Lasts(match, value <= 10 ? (int)(value * 60) : clock && tokens[at].Value is null ? asClock : (int)Math.Min(value, 100_000));
    }

    private static bool Lasts(Match match, int seconds)
    {
        match.Seconds = seconds;
        return true;
    }

    private static bool Add(Match match, decimal number)
    {
        match.Numbers.Add(number);
        return true;
    }

    private static int? Ordinal(Token token) =>
        token.Value is null ? (NumberWords.Ordinal(token.Text) ?? NumberWords.Value(token.Text)) : token.Value == decimal.Truncate(token.Value.Value) ? (int)Math.Min(token.Value.Value, 1000) : null;
}
