namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Every phrase of every rule, by the word it starts with.</summary>
internal static class PhraseBook
{
    private static readonly PhraseRule[] Rules =
    [
        .. UndoRules.All, .. AnswerRules.All, .. SettingRules.All, .. NoteRules.All, .. BodyWeightRules.All, .. TemplateRules.All, .. RestRules.All, .. AskHistoryRules.All,
        .. AskRecordRules.All, .. AskTodayRules.All, .. AskVolumeRules.All, .. AskLoadRules.All, .. CorrectRules.All, .. CorrectSetRules.All, .. CorrectExerciseRules.All,
        .. RemoveRules.All, .. StartRules.All, .. FinishRules.All, .. MoveRules.All, .. SwapRules.All,
    ];

    private static readonly Phrase[] Anywhere;
    private static readonly Dictionary<string, Phrase[]> ByWord;

    static PhraseBook()
    {
        var byWord = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        var anywhere = new List<Phrase>();
        foreach (var phrase in Rules.SelectMany(r => r.Phrases))
        {
            foreach (var part in phrase.Parts)
            {
                foreach (var word in part.Words.Distinct())
                {
                    (byWord.TryGetValue(word, out var list) ? list : byWord[word] = []).Add(phrase);
                }

                if (part.Slot is not null)
                {
                    anywhere.Add(phrase);
                }

                if (!part.Optional)
                {
                    break;
                }
            }
        }

        Anywhere = [.. anywhere];
        ByWord = byWord.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
        Words = [.. Rules.SelectMany(r => r.Phrases).SelectMany(p => p.Parts).SelectMany(p => p.Words).Distinct()];
    }

    /// <summary>Every word a phrase is made of.</summary>
    public static IReadOnlyList<string> Words { get; }

    /// <summary>Adds every reading that some phrase gives these words.</summary>
    public static void Read(ReadOnlyMemory<Token> tokens, VoiceContext context, string source, List<Candidate> candidates)
    {
        var match = new Match(tokens, context, source);
        Try(ByWord.GetValueOrDefault(tokens.Span[0].Text), match, candidates);
        Try(Anywhere, match, candidates);
    }

    private static void Try(Phrase[]? phrases, Match match, List<Candidate> candidates)
    {
        foreach (var phrase in phrases ?? [])
        {
            match.Clear();
            if (phrase.Fits(match) && phrase.Rule.Read(match, phrase.Literals) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }
    }
}
