namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Taking the last command back, and putting it back.</summary>
internal static class UndoRules
{
    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("undo", Weights.Control, _ => new VoiceCommand.Undo(),
            "no? undo [that|it|this|everything]", "no? undo the|that|my? last? one|set|command|thing|entry|log|change", "undo last", "no? scratch that|it|this", "no? scratch the last one|set",
            "no? take that|it back", "revert [that|it|this|the last (one|set|change)]", "no? strike that", "reverse that", "that was a mistake"),
        PhraseRule.Command("redo", Weights.Control, _ => new VoiceCommand.Redo(),
            "redo [that|it|the last (one|set)]", "put it|that [set|one] back", "put back that|the? set", "bring it|that [set|one] back", "undo the|that undo", "undo my undo", "restore <that>", "no? put it back in"),
    ];
}
