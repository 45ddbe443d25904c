namespace TitanTrakr.Domain.Voice;

/// <summary>Prepares what was heard: fillers and politeness away, words joined that belong together, slips of the tongue mended.</summary>
internal static class Speech
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "um", "uh", "uhm", "umm", "er", "erm", "ah", "ahh", "hmm", "hm", "mm", "please", "pls", "okay", "ok", "alright", "hey", "oh", "oops", "whoops", "well", "yo", "phew",
        "titan", "trakr", "basically", "literally",
    };

    // What is called out ahead of a set: "boom, 80 for 8".
    private static readonly HashSet<string> Cries = new(StringComparer.Ordinal) { "right", "boom", "nice", "sweet", "cool", "awesome", "perfect", "great", "yes", "done", "sorted", "lovely", "bang" };

    private static readonly HashSet<string> Thanks = new(StringComparer.Ordinal) { "thanks", "cheers", "ta" };

    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal)
    {
        "log", "record", "enter", "add", "put", "start", "begin", "finish", "end", "complete", "switch", "swap", "replace", "skip", "remove", "delete", "undo", "redo", "save", "change",
        "use", "stop", "set", "make", "note", "write", "superset", "tell", "show", "give", "go", "move", "mark", "correct", "drop", "substitute", "cancel", "rest",
    };

    /// <summary>The tokens that carry meaning, numbered; null when it was said two ways and can't be told.</summary>
    public static Token[]? Prepare(Token[] heard)
    {
        var tokens = Polite(WithoutFillers(Wording.Join(heard)));
        Story.Leave(tokens);
        if (!Mending.TryMend(tokens))
        {
            return null;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i] = tokens[i] with { At = i };
        }

        return [.. tokens];
    }

    // A pause before a filler is kept for the next word; "oh" inside a number is a nought.
    private static List<Token> WithoutFillers(List<Token> tokens)
    {
        var kept = new List<Token>(tokens.Count);
        var pause = false;
        var end = tokens.Count;
        while (end > 0 && Fillers.Contains(tokens[end - 1].Text))
        {
            end--;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            pause |= token.Break;
            if (token.Value is null && (IsFiller(tokens, i, kept.Count == 0) || IsThanks(tokens, i, end)))
            {
                continue;
            }

            kept.Add(token with { Break = pause && kept.Count > 0, Text = i == 0 && IsOops(token) ? "no" : token.Text });
            pause = false;
        }

        return kept;
    }

    private static bool IsFiller(List<Token> tokens, int i, bool first)
    {
        var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
        return tokens[i].Text switch
        {
            "oh" or "so" or "and" => first,
            // "then bench 60 for 10": what it comes behind was said before; "then 60 for 10" may be still to come.
            "then" => first && !IsNumber(next) && next.Text is not ("its" or "it" or "i" or "ill" or "the" or "we" or "rest"),
            "finally" => first && IsNumber(next),
            var cry when first && next.Break && Cries.Contains(cry) => cry is "right" || IsNumber(next),
            "yeah" => first && tokens.Count > i + 2 && tokens.Exists(IsNumber),
            "like" => IsNumber(next),
            // "oops, ten" takes back what was told.
            "oops" or "whoops" when first && IsNumber(next) => false,
            var word => Fillers.Contains(word),
        };
    }

    private static bool IsOops(Token token) => token.Text is "oops" or "whoops";

    private static bool IsNumber(Token token) => token.Value is not null || (token.Text is not null && Numbers.NumberWords.Value(token.Text) is not null);

    private static bool IsThanks(List<Token> tokens, int i, int end) =>
        (i > 0 && Thanks.Contains(tokens[i].Text) && (i == end - 1 || (tokens[i + 1].Is("mate") && i == end - 2)))
        || (i > 0 && tokens[i].Is("thank") && i == end - 2 && tokens[i + 1].Is("you"))
        || (i > 1 && tokens[i].Is("you") && i == end - 1 && tokens[i - 1].Is("thank"));

    // "could you log", "I want to start": what is asked for stands behind it.
    private static List<Token> Polite(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = i == 0 || tokens[i].Break || tokens[i - 1].Text is "then" or "and" ? Asking(tokens, i) : 0;
            if (length > 0 && i + length < tokens.Count && Commands.Contains(tokens[i + length].Text))
            {
                var pause = tokens[i].Break;
                tokens.RemoveRange(i, length);
                tokens[i] = tokens[i] with { Break = pause };
            }
        }

        return tokens;
    }

    private static int Asking(List<Token> tokens, int i) => (tokens[i].Text, Word(tokens, i + 1), Word(tokens, i + 2)) switch
    {
        ("can" or "could" or "would" or "will", "you", "just") => 3,
        ("can" or "could" or "would" or "will", "you", _) => 2,
        ("can" or "could", "we" or "i", _) => 2,
        ("i", "wanna", "just") => 3,
        ("i", "wanna", _) => 2,
        ("id", "like", "to") => 3,
        ("i", "need", "to") => 3,
        ("let", "me", "just") => 3,
        ("let", "me", _) => 2,
        ("lets", "just", _) => 2,
        ("lets" or "ill" or "now" or "go" or "just", _, _) => tokens[i].Is("go") && Word(tokens, i + 1) is not "ahead" ? 0 : 1,
        _ => 0,
    };

    private static string Word(List<Token> tokens, int at) => at < tokens.Count ? tokens[at].Text : string.Empty;
}
