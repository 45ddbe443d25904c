namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>The unit of weights, and whether the app speaks.</summary>
internal static class SettingRules
{
    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("unit", Weights.Control, m => new VoiceCommand.SetWeightUnit(m.Unit!.Value),
            "switch|change|go|swap [back|over] to {unit}", "use {unit} [from now on|instead|please|now]", "set|change|switch|put [the|my|all|weight] [weight] units|unit|weights|everything to|into|in {unit}",
            "show|display|log|track [everything|weights|it|my weights|the weights|weight] in {unit} [from now on]", "lets use {unit}", "i use|prefer|wanna? use? {unit}", "set it|me to {unit}", "weights in {unit}", "units {unit}"),
        PhraseRule.Command("quiet", Weights.Control, _ => new VoiceCommand.SetSpeakBack(false),
            "stop|quit talking|speaking [to me|back|please]", "be quiet", "quiet", "silence", "mute [yourself|voice|the voice]", "dont talk|speak [to me|back|anymore]", "shut up", "hush", "voice|speech|sound off", "turn off [the|your] voice|speech|talking|speaking|sound|readback",
            "turn [the|your] voice|speech|talking|speaking|sound [feedback] off", "no more talking|speaking", "stop reading [everything|sets|my sets|it|them|that] [back|out|out loud]", "silent mode", "go silent|quiet", "voice feedback off", "stop [the] voice|speech"),
        PhraseRule.Command("speak", Weights.Control, _ => new VoiceCommand.SetSpeakBack(true),
            "(read|say|speak) [everything|sets|it|them|that|my sets|the sets|each set|every set] back [to me|again|out loud]", "read back [everything|my sets|the sets|sets|it] [to me]", "start talking|speaking|reading [to me|again|back|sets back]",
            "talk|speak [to me] [again]", "unmute [yourself]", "voice|speech|sound on", "turn on [the|your] voice|speech|talking|speaking|sound", "turn [the|your] voice|speech|talking|speaking|sound [feedback] [back] on", "speak up", "you can talk|speak again|now?",
            "voice feedback on", "tell me what you logged|log"),
    ];
}
