namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>"What's my best squat?", "was that a PR?"</summary>
internal static class AskRecordRules
{
    private const string On = "(on|for|in|at|with|of)", What = "(whats|what was|tell me|show me|what)";

    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("ask record", Weights.Question, m => new VoiceCommand.AskRecord(m.ExerciseId),
            $"{What} [my|the]? <best> [{On} [the]? {{ex}}] [ever|so far]?", $"{What} [my|the]? <best> {{ex}} [ever|so far]?", "whats [my|the]? <best> [{ex}] [ever]?", $"[my]? <best> {On} [the]? {{ex}} [ever]?", $"[{What}] [my]? {{ex}} <best>", "[my]? <best> {ex} [ever]?", $"my <best> [{On} {{ex}}]",
            $"whats the (most|heaviest|best|biggest) [weight]? (ive|i have|i|i did|i ever) [ever]? (lifted|done|did|hit|moved|put up|pressed|pulled|lift) [{On} {{ex}}]", "whats the (most|heaviest|best|biggest) [weight]? (ive|i have|i|i did) [ever]? {ex}", "how much can i [do|lift|max]? {ex}", "[whats] my biggest|heaviest {ex}", "how much do i {ex}",
            "(was|is|did i get|did i hit|did i set|did i make) (that|it|this)? (a|my|an)? [new]? (pr|pb|record|best|max|(personal|alltime|lifetime) (best|record))", "did i [just]? (get|hit|set|make|break) (a|my)? [new]? (pr|pb|record|best|(personal|alltime) (best|record))", "did i [just]? pr|pb", "[is]? that a [new]? pr|pb|record", "new pr|pb|record", "pr|pb", "any prs|pbs|records [today]?", "whats my best [set|lift]? so far", "(was|is) {load} (a|my|an)? [new]? (pr|pb|record|best|max|(personal|alltime) (best|record))", "did i beat my (best|record|pr|pb|max)"),
        new("ask record of reps", Weights.Question + 0.002, m => m.Number is >= 1 and <= 100 && m.Number == decimal.Truncate(m.Number) ? VoiceReading.Of([new VoiceCommand.AskRecord(m.ExerciseId, (int)m.Number)]) : null,
            $"[{What}] [my|the]? [{{ex}}] {{n}} rm [{On} {{ex}}]", $"[{What}] [my|the]? [{{ex}}] {{n}} rep|reps (max|maximum|pr|pb|record|best) [[{On}] {{ex}}]", $"[{What}] [my|the]? best [set]? (of|for) {{n}} [reps]? [{On} {{ex}}]", $"[{What}] [my|the]? best {{n}} [reps]? [{On} {{ex}}]", $"{What} [my|the]? [best]? {{ex}} (for|of) {{n}} [reps]?", $"best {{ex}} (for|of) {{n}} [reps]?", $"[{What}] [my|the]? <best> [{On} {{ex}}] for {{n}} [reps]?", "(how much|what) can i {ex} for {n}",
            $"[{What}] [my|the]? <best> for {{n}} [reps]? {On} {{ex}}"),
        PhraseRule.Command("ask record of reps", Weights.Question + 0.002, m => new VoiceCommand.AskRecord(m.ExerciseId, 1), $"[{What}] [my]? [{{ex}}] onerm [{On} {{ex}}]"),
    ];
}
