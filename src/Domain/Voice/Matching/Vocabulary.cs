using TitanTrakr.Domain.Voice.Numbers;
using TitanTrakr.Domain.Voice.Rules;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>The words the grammar has a use for: what is not among them may be a slip of one, or a name.</summary>
internal static class Vocabulary
{
    private static readonly HashSet<string> Separators = new(StringComparer.Ordinal)
    {
        "for", "fore", "four", "at", "with", "x", "times", "by", "then", "of", "rpe", "plus", "a", "an", "the", "is", "was", "were", "i", "im", "did", "do", "what",
        "whats", "thats", "that", "it", "my", "not", "warmup", "dropset", "minus", "in", "per", "each", "got", "note", "rest", "same", "@", "?", "how", "when",
        "he", "she", "they", "we", "you", "his", "her", "your", "him", "them", "their", "our", "us",
    };

    private static readonly HashSet<string> SetWords = new(StringComparer.Ordinal)
    {
        "set", "sets", "rep", "reps", "bodyweight", "bw", "assisted", "assist", "assistance", "amrap", "failure", "left", "right", "side", "sides", "leg", "legs", "arm",
        "arms", "hand", "hands", "plate", "plates", "bar", "empty", "pair", "single", "double", "triple", "tank", "reserve", "rir", "again", "ditto", "weight", "more",
        "less", "fewer", "heavier", "lighter", "up", "down", "add", "added", "drop", "dropped", "half", "hundred", "point", "easy", "hard", "heavy", "light", "paused",
        "slow", "belt", "straps", "wraps", "band", "pin", "level", "partials", "partial", "each", "per", "to", "and", "on", "just", "only", "done", "hit", "log",
        "red", "green", "blue", "black", "purple", "yellow", "orange", "strict", "smooth", "fast", "beltless", "felt", "was", "tempo", "sleeves", "chains", "full", "stack",
        "warm", "warming", "warmed", "working", "top", "back",
    };

    private static readonly Lazy<HashSet<string>> Words = new(() => [.. SetWords, .. Separators, .. PhraseBook.Words]);

    public static bool IsNumber(string word) => NumberWords.Value(word) is not null || NumberWords.Plural(word) is not null;

    public static bool Separates(string word) => Separators.Contains(word);

    public static bool Knows(string word) => Words.Value.Contains(word) || IsNumber(word) || Units.Weight(word) is not null || Units.IsReps(word)
        || Units.Seconds(word) is not null || Units.Length(word) is not null;
}
