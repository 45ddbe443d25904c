namespace TitanTrakr.Domain.Voice;

/// <summary>Brings what means the same to the same words: "what is" and "what's", "warm-up" and "worm up", "R P E" and "RPE".</summary>
internal static class Wording
{
    private static readonly Dictionary<(string, string), string> Pairs = new()
    {
        [("what", "is")] = "whats",
        [("that", "is")] = "thats",
        [("i", "am")] = "im",
        [("how", "is")] = "hows",
        [("do", "not")] = "dont",
        [("let", "us")] = "lets",
        [("i", "will")] = "ill",
        [("i", "would")] = "id",
        [("going", "to")] = "gonna",
        [("want", "to")] = "wanna",
        [("we", "are")] = "were",
        [("in", "cline")] = "incline",
        [("d", "cline")] = "decline",
        [("work", "out")] = "workout",
        [("body", "weight")] = "bodyweight",
        [("super", "set")] = "superset",
        [("supper", "set")] = "superset",
        [("warm", "up")] = "warmup",
        [("worm", "up")] = "warmup",
        [("warn", "up")] = "warmup",
        [("warm", "ups")] = "warmups",
        [("warming", "up")] = "warmup",
        [("warmed", "up")] = "warmup",
        [("back", "off")] = "backoff",
        [("drop", "set")] = "dropset",
        [("drop", "sets")] = "dropset",
        [("drops", "at")] = "dropset",
        [("well", "done")] = "welldone",
        [("hang", "on")] = "hangon",
        [("hold", "on")] = "holdon",
        [("hang", "out")] = "hangout",
        [("never", "mind")] = "nevermind",
        [("un", "do")] = "undo",
        [("on", "do")] = "undo",
        [("re", "do")] = "redo",
        [("am", "rap")] = "amrap",
        [("am", "wrap")] = "amrap",
        [("amp", "wrap")] = "amrap",
        [("amp", "rap")] = "amrap",
        [("our", "p")] = "rpe",
        [("our", "pe")] = "rpe",
        [("are", "p")] = "rpe",
        [("are", "pe")] = "rpe",
        [("are", "pee")] = "rpe",
        [("r", "pe")] = "rpe",
        [("same", "gain")] = "same",
        [("all", "time")] = "alltime",
        [("k", "g")] = "kg",
        [("kay", "gee")] = "kg",
        [("kay", "gees")] = "kg",
        [("key", "lows")] = "kilos",
        [("p", "r")] = "pr",
        [("p", "b")] = "pb",
        [("half", "a")] = "half",
        [("e", "z")] = "ez",
        [("d", "b")] = "db",
        [("rest", "pause")] = "restpause",
        [("i", "had")] = "had",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["rpa"] = "rpe",
        ["rpi"] = "rpe",
        ["arpy"] = "rpe",
        ["rp"] = "rpe",
        ["arpe"] = "rpe",
        ["templet"] = "template",
        ["routine"] = "template",
        ["sits"] = "sets",
        ["sats"] = "sets",
        ["finnish"] = "finish",
        ["werkout"] = "workout",
        ["gotta"] = "got",
        ["warmups"] = "warmups",
        ["dropsets"] = "dropset",
        ["bodyweights"] = "bodyweight",
        ["kilogramme"] = "kilos",
    };

    public static List<Token> Join(Token[] heard)
    {
        var tokens = new List<Token>(heard.Length);
        foreach (var token in heard)
        {
            var word = token.Value is null && Words.TryGetValue(token.Text, out var known) ? token with { Text = known } : token;
            if (tokens.Count > 0 && tokens[^1] is { Value: { } number, IsClock: false } && word is { Glued: true, Text: "st" or "nd" or "rd" or "th" })
            {
                tokens[^1] = tokens[^1] with { Text = Numbers.NumberWords.OrdinalWord(number) ?? tokens[^1].Text, Value = Numbers.NumberWords.OrdinalWord(number) is null ? number : null, End = word.End };
                continue;
            }

            if (tokens.Count > 0 && !word.Break && word.Value is null && tokens[^1].Value is null && Joined(tokens[^1].Text, word.Text) is { } both)
            {
                tokens[^1] = tokens[^1] with { Text = both, End = word.End };
            }
            else
            {
                tokens.Add(word);
            }
        }

        Spelled(tokens);
        return tokens;
    }

    private static string? Joined(string first, string second) =>
        Pairs.TryGetValue((first, second), out var both) ? both : first is "rpe" && second is "e" ? "rpe" : null;

    // "O H P", "R D L", "R P E" letter by letter.
    private static void Spelled(List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var end = i;
            while (end < tokens.Count && tokens[end].Value is null && tokens[end].Text.Length == 1 && char.IsAsciiLetter(tokens[end].Text[0]) && (end == i || !tokens[end].Break))
            {
                end++;
            }

            if (end - i >= 3 || (end - i == 2 && tokens[i].Text is not ("a" or "i" or "x" or "o") && tokens[i + 1].Text is not ("a" or "i" or "x")))
            {
                var letters = string.Concat(tokens.GetRange(i, end - i).Select(t => t.Text));
                tokens[i] = tokens[i] with { Text = Words.GetValueOrDefault(letters, letters), End = tokens[end - 1].End };
                tokens.RemoveRange(i + 1, end - i - 1);
            }
        }
    }
}
