namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>"How many sets for chest this week?"</summary>
internal static class AskVolumeRules
{
    private const string Week = "[this week|in the last week|the week|so far this week|week]";

    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("ask volume", Weights.Question + 0.001, m => new VoiceCommand.AskVolume(m.Muscle),
            $"how (many|much) [hard|working]? (sets|volume|work) [did i do|have i done|do i have|ive done|have i got]? (for|on|of) {{muscle}} [did i do|have i done|have i got|do i have|so far]? {Week}", $"how many {{muscle}} sets [did i do|have i done|do i have|have i got|so far]? {Week}", $"how much {{muscle}} [volume|work]? [did i do|have i done|have i got|did i train]? {Week}",
            $"[whats|what was|show me|tell me]? [my|the]? [weekly|total]? {{muscle}} (volume|sets) [been|like|for|on]? {Week}", $"[whats|what was|show me]? [my|the]? [weekly|total]? (volume|sets) (for|on|of) {{muscle}} {Week}", "{muscle} sets|volume", "have i done enough {muscle} this week", "how many sets (has|have) [my]? {muscle} had this week"),
        PhraseRule.Command("ask volume", Weights.Question + 0.001, _ => new VoiceCommand.AskVolume(),
            "how many sets [did i do|have i done|so far]? this week", "how many sets this week [so far]?", "(how much|whats my|whats the) [total|weekly]? volume [this week|so far|today|have i done [this week]]?", "[my|show me my]? weekly volume|sets", "volume this week", "sets this week"),
    ];
}
