namespace TitanTrakr.Domain.Voice.Free;

/// <summary>For whom a sentence may be that the grammar can't read.</summary>
public enum Address
{
    /// <summary>Gym talk, hearsay, another day: nobody is asked about it.</summary>
    NotUs,

    /// <summary>A question: it may be answered, but nothing may be written from it.</summary>
    Asking,

    /// <summary>It may be meant for us.</summary>
    Us,
}

/// <summary>Tells what is worth asking a model about, and how far its reading may go.</summary>
public static class Addressed
{
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "he", "shes", "hes", "she", "they", "his", "her", "their", "buddy", "friend", "mate", "bro", "coach", "guy", "you", "your", "youre", "yesterday", "tomorrow", "ago", "tonight",
        "should", "would", "could", "might", "wanna", "gonna", "want", "hope", "goal", "planning", "plan", "aim", "maybe", "watching", "subscribe", "if", "used",
    };

    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "what", "whats", "how", "hows", "when", "whens", "which", "who", "where", "wheres", "did", "does", "am", "was", "is", "are", "?",
    };

    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        "workout", "session", "set", "sets", "rep", "reps", "kilo", "kilos", "kg", "pounds", "lbs", "rest", "timer", "note", "template", "undo", "weigh", "weight", "bodyweight",
        "superset", "rpe", "plates", "plate", "record", "pr", "exercise", "warmup", "minutes", "seconds", "log", "finish", "start", "swap", "skip",
    };

    /// <summary>Whom the sentence is for, as far as its words tell.</summary>
    public static Address Of(string transcript, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        var words = Tokenizer.Cut(transcript);
        if (words.Length is < 2 or > 60 || words.Any(word => Others.Contains(word.Text)))
        {
            return Address.NotUs;
        }

        var ours = words.Any(word => word.Value is not null || Numbers.NumberWords.Value(word.Text) is not null || Ours.Contains(word.Text)
            || context.Exercises.IsWord(Matching.NameText.Stem(word.Text)));
        return !ours ? Address.NotUs : Questions.Contains(words[0].Text) || words.Any(word => word.Text == "?") ? Address.Asking : Address.Us;
    }
}
