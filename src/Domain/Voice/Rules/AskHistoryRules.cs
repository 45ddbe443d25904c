namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>"What did I do last time?"</summary>
internal static class AskHistoryRules
{
    private const string On = "(on|for|with|at|in)", Did = "(do|lift|get|hit|use|manage|log|put up|move|push)";

    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("ask last", Weights.Question, m => new VoiceCommand.AskLast(m.ExerciseId),
            $"(what|how much|how many reps|what weight|how many sets|how heavy) did i {Did} [{On} {{ex}}] <before> [{On} {{ex}}]", $"what did i {Did} {On} {{ex}}", "(what|how much|how heavy|what weight|how many kilos|how many pounds) did i {ex} [for] <before>", "[my] last {ex} (session|workout|day)", "what did i [do] last {ex}", "what did i {ex} last", "what did i {ex}",
            $"(whats|what was|what were) [my] (last [set|sets|weight|lift]|previous [set|weight]) [{On} {{ex}}]", $"(whats|what was|hows|how was|show me|tell me) [my] <before> [{On} {{ex}}]", "(whats|what was) my last|previous {ex} [set|session|weight|workout]?", $"<before> [{On} {{ex}}]", "{ex} <before>",
            $"how did i do <before> [{On} {{ex}}]", $"how did i do {On} {{ex}} [<before>]", $"(did|have|am) i (beat|beaten|beating|matched|match|improve on|better|up on|ahead of|doing better than|do better than|stronger than) [my]? <before> [{On} {{ex}}]", $"did i do better than <before> [{On} {{ex}}]", "did i improve [since|on|from]? <before>",
            "when did i [last|previously] (do|train|hit|log|perform)? {ex} [last]", "when did i {ex} last", "when did i last {ex}", "(when|what) was the last time i [did|trained|hit]? {ex}", "(when|what) was [my] last {ex} [session|workout|day|set]?", "what did {ex} look like <before>",
            "am i (beating|ahead of|up on|stronger than) <before>", "hows that|this compare|compared to <before>", "how does that|this compare (to|with) <before>"),
        PhraseRule.Command("ask last of muscle", Weights.Question + 0.002, m => new VoiceCommand.AskLast(null, m.Muscle),
            "when did i [last|previously] (do|train|hit|work|work out|did|trained)? {muscle} [last] [day]?", "when did i (train|do|hit|work) {muscle} [last]", "when was the last time i (trained|did|hit|worked|train|do) {muscle}", "(when|what) was [my] last {muscle} (day|session|workout|training)", "[my] last {muscle} day|session|workout",
            "when did i last have a? {muscle} day", "what did i do [for|on] {muscle} [day]? <before>", "what did i do (last|on my last) {muscle} day", "how long [ago|since] (was|did) [my|i] last? (train|do|hit)? {muscle} [day]?", "how long since i [last] trained|did|hit {muscle}"),
    ];
}
