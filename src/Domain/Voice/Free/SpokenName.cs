using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Free;

/// <summary>The words of a sentence that can only be the name of an exercise: what is left without numbers, units and the talk around a set.</summary>
public static class SpokenName
{
    /// <summary>The most words that are learned as a name.</summary>
    public const int MostWords = 4;

    private static readonly HashSet<string> Talk = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "my", "some", "of", "for", "at", "with", "on", "in", "to", "by", "x", "times", "and", "then", "also", "plus", "minus", "point", "half",
        "quarter", "did", "do", "done", "got", "get", "hit", "log", "put", "down", "me", "just", "another", "one", "more", "again", "same", "that", "this",
        "it", "was", "is", "were", "i", "im", "ive", "we", "no", "not", "wait", "actually", "sorry", "make", "meant", "mean", "change", "last", "first",
        "second", "third", "next", "set", "sets", "rep", "reps", "wraps", "rips", "raps", "laps", "kilo", "kilos", "kg", "kgs", "pound", "pounds", "lb", "lbs", "rpe", "tank",
        "reserve", "left", "right", "each", "side", "hand", "failure", "failed", "warm", "up", "warmup", "drop", "easy", "hard", "paused", "plate", "plates", "bar",
        "empty", "second", "seconds", "minute", "minutes", "metres", "meters", "km", "k", "miles", "rest", "note", "start", "finish", "workout", "session", "today",
        "please", "okay", "ok", "um", "uh", "hey", "so", "well", "back", "only", "around", "about", "per", "from", "now", "all", "good", "out", "smashed", "crushed", "knocked", "banged", "finished", "managed", "those", "these", "them",
        "old", "nice", "clean", "heavy", "light", "working",
    };

    /// <summary>The name as heard, lower case; null when nothing or too much is left to be one.</summary>
    public static string? In(string transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var words = Tokenizer.Cut(transcript)
            .Where(token => !token.IsClock && token.Value is null && NumberWords.Value(token.Text) is null
                && token.Text.Length > 0 && char.IsLetter(token.Text[0]) && Units.Weight(token.Text) is null && !Talk.Contains(token.Text))
            .Select(token => token.Text).ToList();
        var name = string.Join(' ', words);
        return words.Count is 0 or > MostWords || name.Length is < 3 or > 60 ? null : name;
    }
}
