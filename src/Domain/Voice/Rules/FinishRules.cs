namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Finishing the workout, or throwing it away: the latter always asks.</summary>
internal static class FinishRules
{
    private const string Done = "(done|finished|through|all done|all finished)";

    public static readonly PhraseRule[] All =
    [
        new("finish", Weights.Session, Finish,
            "(finish|end|complete|close|stop|wrap up|conclude|finished|close out) <workout> [now|there|here|up|off|please]?", "finish|finished [it|up|off|here|now|today]?", "(im|were|am|thats me) [all]? done|finished [for]? [the|today|now|here|with]? [day|today|now|the workout|workout|this workout|my workout|training|session|the session|everything]?", "(im|were) calling it [a day|there|here]?",
            "(thats|thatll be|that is) (it|all|me|everything) [done|finished]? [for]? [the|today|now|me]? [day|today|now]?", "<workout> [is]? done|finished|complete|over|completed", "[all]? done [for]? [the|today|now]? [day|today]?", "finished for [the|today]? [day]?", "[lets|gonna]? call it [a day|there|quits]", "[lets]? wrap it|this|things up", "thats a wrap", "[lets]? wrap up", "finito", "complete it", "end it [here|there]?",
            "(save|log) and (finish|end)", "finish and save", "end", "im out", "im going home"),
        new("discard", Weights.Session + 0.002, Discard,
            "(discard|delete|trash|scrap|abandon|cancel|bin|drop|erase|remove|wipe|kill|scratch|forget) [the|my|this|that|todays]? [whole|entire|current|full]? workout|session|training", "(throw|chuck|toss) (the|my|this|that|todays) [whole|entire]? workout|session (away|out)", "(throw|chuck|toss) (away|out) (the|my|this|that) [whole]? workout|session", "(discard|trash) [everything|it|all]?", "(throw|chuck) (it|this) [all]? away",
            "dont save [this|the|my]? workout|session|this", "get rid of (the|this|my) [whole]? workout|session"),
    ];

    private static VoiceReading Finish(Match m) => m.Context.Workout is null ? VoiceReading.Reject("No workout is running.", Options.AtLeastTwo([Options.Of(m.Context, new VoiceCommand.StartWorkout())]))
        : VoiceReading.Of([new VoiceCommand.CompleteWorkout()]);

    private static VoiceReading Discard(Match m) => m.Context.Workout is null ? VoiceReading.Reject("No workout is running.")
        : VoiceReading.Ask("Discard this workout? Its sets will be gone.", Options.Of(m.Context, new VoiceCommand.DiscardWorkout()), new VoiceOption("Keep it", [new VoiceCommand.Cancel()]));
}
