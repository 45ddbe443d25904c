using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>The body's weight: logged and asked for.</summary>
internal static class BodyWeightRules
{
    private const decimal LeastKilograms = 25, MostKilograms = 350;

    public static readonly PhraseRule[] All =
    [
        new("body weight", Weights.Control, m => Weigh(m, true),
            "i [currently|now] weigh|weighed [in at|in|about]? {load} [today|now|[this|today] morning]", "[i] weigh|weighed|weighing [myself] in at? {load} [today|[this] morning]", "my weight is down|up to {load} [today|now|this morning]", "bodyweight {load} (today|now|this morning)", "weigh|weighing {load} [today|now|this morning]", "im weighing [in at] {load} [today|this morning]",
            "[log|record|add|set] my weight [today|[this] morning] [is|was|at|as|of|to] {load} [today|now|this morning]", "(my|log my|log|record my|record|add|set my) bodyweight [today|[this] morning] [is|was|at|as|of|to] {load} [today|now|this morning]", "bodyweight (is|was|at|today|this morning|today is) {load} [today|now|this morning]", "weight today {load}", "weight [this] morning [is|was] {load}", "weight today is|was {load}",
            "log [a] weigh in of|at? {load}", "weigh in {load}", "todays weight|bodyweight [is|was] {load}", "im {load} this morning", "im down|up to {load} [today|this morning]", "scale|scales says|said|say {load}", "the scale|scales says|said|say {load}"),
        new("body weight", Weights.Control, m => m.LoadUnit is null ? null : Weigh(m, true), "im|am [at] {load} [today|now|this morning]"),
        new("body weight", Weights.Control, m => Weigh(m, false), "bodyweight {load}"),
        PhraseRule.Command("ask body weight", Weights.Question, _ => new VoiceCommand.AskBodyWeight(),
            "how much do i [currently] weigh", "what do i weigh", "(whats|what was) my [last|latest|current] weight|bodyweight [now|today|at]", "what did i [last] weigh [last [time]|in at]", "(whats|what was) my last weigh in", "how heavy am i", "my bodyweight|weight", "current weight|bodyweight",
            "tell me my weight|bodyweight", "show [me] my weight|bodyweight", "what weight am i", "whats my weight at"),
    ];

    private static VoiceReading? Weigh(Match m, bool said)
    {
        if (!Load.IsValid(m.Number) || m.Number <= 0)
        {
            return null;
        }

        var load = new Load(m.Number, m.LoadUnit ?? m.Context.Unit);
        var command = new VoiceCommand.LogBodyWeight(load);
        return load.Kilograms is > LeastKilograms and < MostKilograms ? VoiceReading.Of([command])
            : said ? VoiceReading.Ask("Is that your body weight?", Options.AtLeastTwo([Options.Of(m.Context, command)])) : null;
    }
}
