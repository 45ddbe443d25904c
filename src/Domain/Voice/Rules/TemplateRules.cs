using System.Globalization;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Saving the workout as a template, and what a template holds.</summary>
internal static class TemplateRules
{
    private const int MostWords = 6;

    public static readonly PhraseRule[] All =
    [
        new("save template", Weights.Control, Save,
            "save [this|it|that|(the|this|my|todays) (workout|session|training|template)] as [a|my|the|new]? [new] [template] [called|named] {name}", "save workout|session|template as [a] [template] [called|named] {name}",
            "(make|turn) (this|it|the workout|this workout|this session) [into] a? [new] template [called|named] {name}", "(create|make) a template (from|of|out of) this [workout|session] [called|named|as] {name}", "save [this] template [called|named] {name}", "save this called|named {name}"),
        new("save template", Weights.Control + 0.013, m => m.Context.Workout is null ? StartRules.NoWorkout(m.Context) : VoiceReading.Ask("What should the template be called?"),
            "save [this|it|the workout|this workout] [as] a template", "save as template", "(make|turn) this [into] a template", "save this workout|session", "save workout"),
        PhraseRule.Command("ask template", Weights.Question, m => new VoiceCommand.AskTemplate(m.Template!.Id),
            "(whats|what was) [in|on|for|part of] [the|my]? {tpl} [workout|template|again]", "tell me whats in|on [the|my]? {tpl} [workout|template]", "(show|read|list|tell) [me] [the|my]? {tpl} [workout|template]", "(show|read|list|tell) me whats in|on {tpl}",
            "what|which exercises|exercise|lifts [are|is|do i do] [in|on] [the|my]? {tpl} [workout|template]", "what does [the|my]? {tpl} [workout|template] have|contain|include|look [like|in it]", "what do i|we do|have on|in|for {tpl}", "whats [the|my] {tpl} workout|template [again]", "what am i doing on {tpl}", "how many exercises in|on {tpl}"),
    ];

    /// <summary>A name with its words capitalised.</summary>
    public static string Capitalised(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(w => char.ToUpper(w[0], CultureInfo.InvariantCulture) + w[1..]));

    private static VoiceReading? Save(Match m) => m.Tail.Length is 0 or > MostWords || m.Tail.Span[0].Text is "template" or "a" or "as" ? null
        : m.Context.Workout is null ? StartRules.NoWorkout(m.Context) : VoiceReading.Of([new VoiceCommand.SaveTemplate(Capitalised(m.Text))]);
}
