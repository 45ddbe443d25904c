namespace TitanTrakr.Domain.Voice;

/// <summary>Words of talk that is no report of a set: other people, other days, wishes, plans, questions, other languages.</summary>
internal static class Chatter
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "should", "would", "could", "will", "want", "wanna", "gonna", "going", "if", "when", "what", "how", "why", "who", "he", "she", "they", "hes", "shes", "theyre", "says", "said", "coach", "trainer",
        "buddy", "friend", "his", "her", "their", "you", "your", "youre", "yesterday", "yesterdays", "tomorrow", "next", "last", "ago", "percent", "goal", "try", "tries", "trying", "lets", "planning", "plan", "aim",
        "aiming", "max", "maybe", "not", "no", "never", "can", "cant", "couldnt", "dont", "didnt", "wont", "do", "we", "mate", "bro", "left", "from", "?", "almost", "nearly", "failed", "missed", "wish", "hope",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tonight", "later", "soon", "about", "around", "or", "video", "videos", "subscribers", "dollars", "pounds", "bucks", "oclock", "pm",
        "people", "room", "watching", "para", "por", "pour", "für", "fur", "con", "mit", "avec", "per", "und", "et", "y", "de", "la", "le", "der", "die", "das", "repeticiones", "wiederholungen", "times", "minutes", "seconds", "water", "costs",
        "is", "are", "be", "been", "before", "after", "because", "but", "like", "need", "see", "have", "has", "this", "these", "those", "think", "know", "guess", "feel", "time", "work", "leave", "its", "im", "were", "come", "go", "whats", "hows", "did", "ask", "tell", "alarm", "on", "out", "hangon", "holdon", "hangout", "good", "nice", "great", "job", "yeah", "man", "dude", "guys", "one", "just",
    };

    public static bool Has(string word) => Words.Contains(word);

    /// <summary>Whether somewhere in a sentence other people, other days or a wish are spoken of.</summary>
    public static bool IsHearsay(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Text is "yesterday" or "yesterdays" or "tomorrow" or "he" or "she" or "buddy" or "friend" or "coach" or "goal" or "if" or "should" or "maybe" or "ago" or "monday" or "tuesday"
                or "wednesday" or "thursday" or "friday" or "saturday" or "sunday")
            {
                return true;
            }
        }

        return false;
    }
}
