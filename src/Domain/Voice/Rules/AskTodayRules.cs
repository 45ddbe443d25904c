namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>How far the workout is, and what comes next.</summary>
internal static class AskTodayRules
{
    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("ask progress", Weights.Question, _ => new VoiceCommand.AskProgress(),
            "how many [more|working]? sets [is that|so far|left|today|to go|remaining|now|are done|was that]?", "how many [more]? sets (do|have) i (have|got|done|do|need) [left|to go|so far|done|to do|today|remaining]?", "how many [more]? sets (have i|did i|ive) [done|do|got|did|completed|logged]? [so far|today|left|now|already]?", "how many sets (are|is) [there]? left|remaining|done",
            "how many exercises [are|do i have|have i got|have i done]? [left|so far|to go|remaining|done|today]", "what (have i|did i) (done|do|did|logged|log) [so far|today|already]", "how far [along]? am i [along|in|into it|through]?", "where am i [at|up to]?", "hows [my|the|this] workout|session|it going|looking [so far|today]?", "how am i doing [so far|today]?",
            "(which|what) (set|number) am i on", "what set [number]? is this|that|it", "which set is this|that|it", "whats left [to do|today|in the workout|for today]?", "how much [is|do i have|have i got]? left to do", "how much [is]? left", "show [me]? my? progress", "my? progress", "sets so far", "summary", "whats my progress", "am i (nearly|almost) done", "(how many|what) sets left on this", "(read|show) me? what ive done"),
        PhraseRule.Command("ask next", Weights.Question, _ => new VoiceCommand.AskNext(),
            "(whats|what comes|what is) [up]? next [up|exercise|one|on the list|set|today]?", "(whats|what) [comes]? after this|that [one|exercise|set]?", "whats [the|my]? next [exercise|one|set|lift|movement|up|thing]", "what (do|should|must|can) i|we do next|now|after [this|that]?", "what (do|should) i do after this|that", "what am i doing next|now|after [this|that]?",
            "what should i [put|load|lift|use|do|go for|aim for] [next]? [on the bar|next|now|for my next set]", "what (do|should) i (put|load) on [the|my] bar", "what weight [should i|do i] (use|lift|do|put on|load|go for|next) [next|now|for this|today]?", "what weight is? next", "how much [weight]? (should|do) i (put|load|lift|use|do) [on the bar|next|now]?", "(what|which) exercise|exercises [is|are|comes]? next",
            "what next", "next what", "whats my target", "what am i aiming for", "how many reps should i do|get|aim for [next]?", "whats coming up"),
    ];
}
