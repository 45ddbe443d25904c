namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Every phrase of every rule, by the word it starts with.</summary>
internal static class PhraseBook
{
    private const int Bits = 64;

    private static readonly PhraseRule[] Rules =
    [
        .. UndoRules.All, .. AnswerRules.All, .. SettingRules.All, .. NoteRules.All, .. BodyWeightRules.All, .. TemplateRules.All, .. RestRules.All, .. AskHistoryRules.All,
        .. AskRecordRules.All, .. AskTodayRules.All, .. AskVolumeRules.All, .. AskLoadRules.All, .. CorrectRules.All, .. CorrectSetRules.All, .. CorrectManyRules.All, .. CorrectEachRules.All, .. CorrectExerciseRules.All,
        .. RemoveRules.All, .. StartRules.All, .. FinishRules.All, .. MoveRules.All, .. SwapRules.All,
    ];

    private static readonly Dictionary<string, ulong> BitOf;
    private static readonly Indexed[] Anywhere;
    private static readonly Dictionary<string, Indexed[]> ByWord;

    static PhraseBook()
    {
        Phrase[] phrases = [.. Rules.SelectMany(r => r.Phrases)];
        Words = [.. phrases.SelectMany(p => p.Parts).SelectMany(p => p.Words).Distinct()];

        // The words most phrases need get the bits apart, as far as there are any.
        var needed = phrases.SelectMany(p => p.Parts.Where(part => !part.Optional)).SelectMany(p => p.Words).CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        BitOf = Words.OrderByDescending(w => needed.GetValueOrDefault(w)).ThenBy(w => w, StringComparer.Ordinal).Select((word, at) => (word, at)).ToDictionary(p => p.word, p => 1UL << (p.at % Bits), StringComparer.Ordinal);

        var byWord = new Dictionary<string, List<Indexed>>(StringComparer.Ordinal);
        var anywhere = new List<Indexed>();
        foreach (var phrase in phrases)
        {
            var indexed = Index(phrase);
            foreach (var part in phrase.Parts)
            {
                foreach (var word in part.Words.Distinct())
                {
                    (byWord.TryGetValue(word, out var list) ? list : byWord[word] = []).Add(indexed);
                }

                if (part.Slot is not null)
                {
                    anywhere.Add(indexed);
                }

                if (!part.Optional)
                {
                    break;
                }
            }
        }

        Anywhere = [.. anywhere];
        ByWord = byWord.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every word a phrase is made of.</summary>
    public static IReadOnlyList<string> Words { get; }

    /// <summary>A bit that a word shares with few others; none when it stands in no phrase.</summary>
    public static ulong Bit(string word) => BitOf.GetValueOrDefault(word);

    /// <summary>Whether some phrase starts with this word.</summary>
    public static bool Starts(string word) => ByWord.ContainsKey(word);

    /// <summary>Adds every reading that some phrase gives these words.</summary>
    public static void Read(ReadOnlyMemory<Token> tokens, VoiceContext context, string source, List<Candidate> candidates)
    {
        var said = 0UL;
        foreach (var token in tokens.Span)
        {
            said |= context.Names![token.At].Bit;
        }

        var match = new Match(tokens, context, source);
        if (tokens.Span[0].Value is null && ByWord.TryGetValue(tokens.Span[0].Text, out var phrases))
        {
            Try(phrases, match, said, candidates);
        }

        Try(Anywhere, match, said, candidates);
    }

    private static void Try(Indexed[] phrases, Match match, ulong said, List<Candidate> candidates)
    {
        foreach (ref readonly var indexed in phrases.AsSpan())
        {
            if ((indexed.First != 0 && (indexed.First & said) == 0) || (indexed.Second != 0 && (indexed.Second & said) == 0) || match.Tokens.Length < indexed.Least || match.Tokens.Length > indexed.Most)
            {
                continue;
            }

            match.Clear();
            if (indexed.Phrase.Fits(match) && indexed.Phrase.Rule.Read(match, indexed.Phrase.Literals) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }
    }

    // The last two words a phrase can't do without tell most about it; the first is what it was found by.
    private static Indexed Index(Phrase phrase)
    {
        var needed = phrase.Parts.Where(p => p is { Optional: false, Slot: null }).Select(p => p.Words.Aggregate(0UL, (bits, word) => bits | BitOf[word])).Reverse().Take(2).ToArray();
        return new(phrase, needed.ElementAtOrDefault(0), needed.ElementAtOrDefault(1), phrase.Least, phrase.Most);
    }

    /// <summary>A phrase and what can be seen of it without trying it: two of the words it needs (0: none), and how many words it takes.</summary>
    private readonly record struct Indexed(Phrase Phrase, ulong First, ulong Second, int Least, int Most);
}
