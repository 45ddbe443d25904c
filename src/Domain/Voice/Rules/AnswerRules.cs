namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Answers to a question that is open.</summary>
internal static class AnswerRules
{
    private const int MostOptions = 4;

    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("yes", Weights.Control, _ => new VoiceCommand.Confirm(),
            "yes|yeah|yep|yup|sure|correct|right|confirm|confirmed|affirmative|absolutely|exactly", "(yes|yeah|yep|yup|sure) (thats [right|correct|it|fine]|correct|right|do it|log it|go ahead|sure|it is)",
            "thats right|correct", "do it|that", "go ahead", "log it", "sounds good|right", "yes yes"),
        PhraseRule.Command("no", Weights.Control, _ => new VoiceCommand.Cancel(),
            "no", "nope", "nah", "no no", "no no no", "no thanks", "no thank you", "cancel [that|it|this]", "[no|nah]? nevermind [that|it]?", "[no] forget [about] it|that", "[no|nah]? leave it [alone|out]", "dont bother", "[no] dont", "neither [of (them|those)]",
            "none of them|those|these", "ignore that|it", "no leave it", "not now", "skip it then"),
        new("option", Weights.Control, Chosen, "the|number|option? {ord} [one|option|please]", "[yes|i want|i meant|its|take|use|pick|choose] the {ord} [one|option]", "(yes|no|i want) option|number {ord}", "option|number {ord}", "the last one|option"),
    ];

    private static VoiceReading? Chosen(Match m)
    {
        var open = m.Context.OpenOptions.Count;
        var option = m.Numbers.Count == 0 ? open : (int)m.Number;
        var lone = m.Tokens.Length == 1;
        return option < 1 || option > (open > 0 ? open : MostOptions) || (lone && Numbers.NumberWords.Ordinal(m.Tokens.Span[0].Text) is null)
            ? null : VoiceReading.Of([new VoiceCommand.Confirm(option)]);
    }
}
