namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>The rest timer.</summary>
internal static class RestRules
{
    private const int Longest = 3600;
    private static readonly int[] UsualSeconds = [120, 90, 180, 60];

    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command("stop rest", Weights.Rest, _ => new VoiceCommand.StopRest(),
            "skip|stop|end|cancel|kill|finish [the|my|this]? rest|timer|resting|break|clock", "skip|stop|end|cancel|kill [the|my]? rest timer|period|time|clock", "no [more] rest", "no timer", "done resting", "im done resting", "rest is? over|done", "turn off the? [rest] timer", "turn the [rest] timer off", "timer off", "dismiss the? timer", "skip resting", "cut the rest [short]"),
        PhraseRule.Command("ask rest", Weights.Rest, _ => new VoiceCommand.AskRest(),
            "how long [is]? left|remaining [on|of|in] [the|my] timer|rest|clock|break", "how long [is]? [there]? left|remaining|longer", "how much [rest|time|longer|more] [is|time|do i have|have i got|have i|ive got|i got]? [there]? left|remaining [on|of|in]? [the|my]? [timer|rest|clock|break]", "how much longer [do i rest|to rest|should i rest|on the timer|rest|left]", "how much more rest|time [do i have|left]",
            "how long do i have [left] [to? rest]", "how long have i [been|got] [resting|left|rested]", "how much time|rest do i have [left|on the timer]", "how much time|rest have i got [left]", "how many [more] seconds|minutes [are]? [left|to go|do i have left|remaining]", "(whats|what) left on|of|in the|my timer|rest|clock",
            "[my] rest [time] left|remaining", "time left|remaining", "timer", "(whats|wheres|hows) the|my [rest] timer [at|on|say|doing]", "is [the|my] rest|timer|break over|done|up|finished", "how long (till|until|before|to) [my|the] next set", "how long (till|until) i go|lift [again]", "check the? timer", "rest status"),
        Start(m => m.Seconds, "rest [for|timer|of|time]? [for|of]? {rest}", "resting [for]? {rest}", "[start|set|begin|do] [a|the|my]? rest|timer|countdown|clock [timer|period]? [for|to|of|at]? {rest}", "start {dur}", "[start|set|take|give me|do|begin]? [a|another]? {dur} [of] rest|timer|break|breather|countdown [timer|please|period]?",
            "timer [for]? {rest}", "{rest} rest|timer", "take|taking {dur} [off|rest|break]?", "ill|lets|gonna rest [for]? {rest}", "give me {dur} [to rest]?", "rest another? {rest}", "remind|ping|buzz|call|alert|notify|tell|wake me in|after {dur}", "time me [for]? {dur}", "{dur} on the clock|timer", "start the clock {dur}", "count down [from]? {dur}"),
        Start(m => (int)Math.Min(m.Number * 60, 100_000), "remind|ping|buzz|call|alert|notify me in|after {n}"),
        new("start rest", Weights.Rest, AskHowLong, "[start] rest", "rest timer|clock", "start [the|a|my] (rest|timer|clock|rest timer|break)", "start resting", "set [the|a] timer", "take a break|rest"),
        new("start rest", Weights.Weak, m => VoiceReading.Ask("Start a rest of that length?", Options.AtLeastTwo([Options.Of(m.Context, new VoiceCommand.StartRest(m.Seconds))])), "{dur}"),
        Extend(1, "add|plus [another|an extra|extra]? {dur} [more]? [to|on|onto]? [the|my]? [rest|timer|clock]? [timer]?", "add|another|extra {dur} [more] (of|to) [the|my]? rest|timer", "another|extra {dur} [of rest|please|rest|on the timer]?", "{dur} more|longer [rest|please]?", "{dur} extra", "{n} more|extra seconds [rest|please]?",
            "add {n} more seconds", "give me {n} more|extra seconds", "(one more|another|give me another|give me one more|add a|add another|add one more) minute [please|rest]?", "(extend|increase|lengthen) [the|my]? [rest|timer|it]? [timer]? by|for|another? {dur}", "extend [the|my]? [rest|timer]? {dur}", "rest [for]? {dur} more|longer", "rest another {dur}", "give me {dur} more|longer", "give me another {dur}", "i need another {dur}", "i need {dur} more"),
        Extend(-1, "minus {dur}", "(take|knock|shave|cut) [off]? {dur} off [the|my]? [rest|timer]?", "take off {dur}", "(take|knock|shave) {dur} off the|my? rest|timer", "{dur} less [rest|on the timer]?", "(shorten|reduce|cut) [the|my]? rest|timer|it by {dur}", "rest {dur} less"),
    ];

    private static PhraseRule Start(Func<Match, int> seconds, params string[] patterns) => new("start rest", Weights.Rest, m => m.Numbers.Count > 1 ? Either(m)
        : seconds(m) is var s and > 0 and <= Longest ? VoiceReading.Of([new VoiceCommand.StartRest(s)])
        : VoiceReading.Ask("How long do you want to rest?", Usual(m.Context)), patterns);

    private static PhraseRule Extend(int sign, params string[] patterns) => new("extend rest", Weights.Rest + 0.001,
        m => (m.Seconds > 0 ? m.Seconds : m.Numbers.Count > 0 ? (int)Math.Min(m.Number, Longest) : 60) is var s and <= Longest ? VoiceReading.Of([new VoiceCommand.ExtendRest(sign * s)]) : null, patterns);

    private static VoiceReading AskHowLong(Match m) => VoiceReading.Ask("How long do you want to rest?", Usual(m.Context));

    private static VoiceOption[] Usual(VoiceContext context) => [.. UsualSeconds.Select(s => Options.Of(context, new VoiceCommand.StartRest(s)))];

    private static VoiceReading Either(Match m) => VoiceReading.Ask("Minutes and seconds, or seconds?",
        [.. m.Numbers.Where(n => n <= Longest).Select(n => Options.Of(m.Context, new VoiceCommand.StartRest((int)n)))]);
}
