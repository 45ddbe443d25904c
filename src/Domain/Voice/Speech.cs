namespace TitanTrakr.Domain.Voice;

/// <summary>Prepares what was heard: fillers away, slips of the tongue mended.</summary>
internal static class Speech
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "um", "uh", "uhm", "umm", "er", "erm", "ah", "hmm", "mm", "please", "pls", "okay", "ok", "alright", "hey", "oops", "well", "so", "yo", "cheers", "right?",
    };

    /// <summary>The tokens without what carries no meaning; a pause before a filler is kept for the next word.</summary>
    public static List<Token> WithoutFillers(Token[] tokens)
    {
        var kept = new List<Token>(tokens.Length);
        var pause = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            pause |= token.Break;
            if (token.Value is null && Fillers.Contains(token.Text))
            {
                continue;
            }

            kept.Add(token with { Break = pause && kept.Count > 0 });
            pause = false;
        }

        return kept;
    }

    /// <summary>"80 for 10, no wait, 9": what is taken back makes way for what is said instead. False when that can't be told.</summary>
    public static bool TryMend(List<Token> tokens)
    {
        for (var round = 0; round < 4; round++)
        {
            if (!Find(tokens, out var at, out var length))
            {
                return true;
            }

            if (!Replace(tokens, at, length))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Find(List<Token> tokens, out int at, out int length)
    {
        for (at = 1; at < tokens.Count; at++)
        {
            length = Marker(tokens, at);
            if (length > 0 && at + length < tokens.Count && HasNumber(tokens, 0, at) && IsNumber(tokens, at + length))
            {
                return true;
            }
        }

        length = 0;
        return false;
    }

    private static int Marker(List<Token> tokens, int at)
    {
        var length = 0;
        while (at + length < tokens.Count && (tokens[at + length].Text is "no" or "wait" or "sorry" or "actually" or "rather" or "nope" or "correction"
            || (length > 0 && tokens[at + length].Text is "or" or "make" or "that" or "it" or "was" or "i" or "mean" or "meant")
            || (tokens[at + length].Is("i") && at + length + 1 < tokens.Count && tokens[at + length + 1].Text is "mean" or "meant")
            || (tokens[at + length].Is("scratch") && at + length + 1 < tokens.Count && tokens[at + length + 1].Is("that"))))
        {
            length++;
        }

        return length;
    }

    private static bool HasNumber(List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsNumber(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(List<Token> tokens, int at) =>
        tokens[at].Value is not null || Numbers.NumberWords.Value(tokens[at].Text) is not null || (tokens[at].Is("a") && at + 1 < tokens.Count && tokens[at + 1].Is("hundred"));

    // The last number before the marker, with what follows it, gives way; a new load behind reps ("80 for 10, no, 82.5") can't be told.
    private static bool Replace(List<Token> tokens, int at, int length)
    {
        var from = at - 1;
        while (from >= 0 && !IsNumber(tokens, from))
        {
            from--;
        }

        while (from > 0 && IsNumber(tokens, from - 1) && !tokens[from].Break)
        {
            from--;
        }

        var whole = tokens.FindIndex(at + length, t => t.Text is "for" or "x" or "times" or "at");
        var earlier = tokens.FindIndex(0, at, t => t.Text is "for" or "x" or "times" or "at");
        var lone = tokens.Count - at - length == 1 ? tokens[^1].Value : null;
        if ((whole >= 0 && earlier >= 0) || (earlier >= 0 && lone is { } n && (n > 30 || n != decimal.Truncate(n))) || from < 0)
        {
            return false;
        }

        var pause = tokens[from].Break;
        tokens.RemoveRange(from, at + length - from);
        tokens[from] = tokens[from] with { Break = pause };
        return true;
    }
}
