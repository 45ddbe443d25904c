namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>The rest timer.</summary>
internal static class RestRules
{
    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command(m => new VoiceCommand.StopRest(), "skip|stop|end|cancel|kill|finish the|my? rest|timer|resting", "skip|stop|end|cancel|kill rest timer|period?",
            "skip|stop|end|cancel|kill the|my rest timer|period?", "no rest", "stop resting", "rest is? over|done"),
        PhraseRule.Command(m => new VoiceCommand.AskRest(), "how long|much left|remaining", "how long|much rest|time is? left|remaining", "how much longer|more rest?", "how long do i have left|to? rest?",
            "whats left on the timer|rest|clock", "how long have i been|got resting|left?", "rest left|remaining", "time left"),
        Start(m => m.Seconds, "rest for? {rest}", "rest timer for? {rest}", "start a? rest|timer of|for? {rest}", "start a? rest timer of|for? {rest}", "start {dur}", "start a? {dur} rest|timer|break timer?",
            "a? {dur} rest|timer|break timer?", "set a|the? rest|timer|clock for|to {rest}", "set a|the? rest timer for|to {rest}", "timer for? {rest}", "take|taking {dur} rest|break|off?", "give me {dur} rest?", "resting for? {rest}",
            "set|start a? {dur} rest|timer timer?", "rest another? {rest}", "remind|ping|buzz|call me in|after {dur}", "time me for? {dur}"),
        Start(m => (int)Math.Min(m.Number * 60, 100_000), "remind|ping|buzz|call me in|after {n}"),
        new(m => m.Seconds > 0 ? VoiceReading.Of([new VoiceCommand.ExtendRest(m.Seconds)]) : null, "add|plus {dur}", "add|another|extra {dur} to|of|more? the|my? rest|timer? timer?",
            "another {dur}", "{dur} more|longer rest?", "extend the|my? rest|timer timer? by {dur}", "rest {dur} more|longer", "give me another {dur}"),
    ];

    private static PhraseRule Start(Func<Match, int> seconds, params string[] patterns) => new(
        m => seconds(m) is var s and > 0 and <= 3600 ? VoiceReading.Of([new VoiceCommand.StartRest(s)])
            : VoiceReading.Ask("How long do you want to rest?"), patterns);
}
