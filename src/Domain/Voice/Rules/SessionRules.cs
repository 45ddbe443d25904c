namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Starting, finishing, and what is in the workout.</summary>
internal static class SessionRules
{
    public static readonly PhraseRule[] All =
    [
        new(StartTemplate, "start|begin|do|load|run the|my? {tpl} workout|template?", "lets do|start {tpl}", "its {tpl} today?", "start a|the|my? workout|session with|from {tpl}"),
        new(StartWithout, "start|begin the|my? {tpl} without|minus {ex}", "start|begin the|my? {tpl} but|with no {ex}", "start|begin the|my? {tpl} but skip|without {ex}"),
        new(m => m.Context.Workout is null ? VoiceReading.Of([new VoiceCommand.StartWorkout()]) : VoiceReading.Reject("A workout is already running."),
            "start|begin a|an|my|the|new? new|empty? workout|session|training", "lets start|begin|go training|workout?", "start training|lifting", "new workout|session", "im starting my? workout|now"),
        PhraseRule.Command(m => new VoiceCommand.CompleteWorkout(), "finish|end|complete|close the|my|this? workout|session|training", "im done|finished", "im done|finished for today|now", "im done|finished with? the|my|this? workout|training|session", "thats it|all for? today|now?", "workout done|finished|complete|over", "all done", "finish up", "thats a wrap", "finish it", "done for today|now", "call it a day"),
        new(Discard, "discard|delete|trash|scrap|abandon|cancel the|my|this|that? whole|entire|current? workout|session", "throw the|my|this workout|session away|out", "throw away the|my|this workout|session", "forget the|this whole? workout", "bin the|this|my workout"),
        new(m => m.Context.Workout is null ? VoiceReading.Reject("Start a workout first.", new VoiceOption("Start workout", [new VoiceCommand.StartWorkout(), new VoiceCommand.AddExercise(m.Exercise()!.Id)])) : VoiceReading.Of([new VoiceCommand.AddExercise(m.Exercise()!.Id)]),
            "{ex}", "next up? is? {ex}", "next exercise is? {ex}", "switch|go|move|change|back|going|moving to {ex}", "move on to {ex}", "on to {ex}", "now {ex}", "moving on to {ex}", "start {ex}", "lets do|start {ex}", "now|time for {ex}", "add {ex} at|to|in? the|my|this? end|workout|session?", "im doing {ex} now|next", "doing {ex} now|next", "go|switch back to {ex}", "lets go to {ex}", "starting|onto {ex}", "add {ex} to the end"),
        new(Next, "next exercise", "go|move|skip? on? to the next exercise|one", "next one", "on to the next exercise|one"),
        new(m => Replace(m, 0, 1), "swap|replace|switch|change|sub|substitute out? {ex} for|with|to {ex}", "swap out {ex} for|with {ex}", "can|could you swap|replace|switch|change {ex} for|with|to {ex}"),
        new(m => Replace(m, 1, 0), "do {ex} instead of {ex}", "{ex} instead of {ex}", "ill? do? {ex} instead of {ex}"),
        new(Remove, "skip|remove|drop|delete {ex} today", "skip|remove|drop|delete {ex}", "remove|delete|take|drop {ex} from|out|off the|this|my|of? workout|session|list?", "no {ex} today", "skip|remove|delete the {ex}", "leave out {ex} today?", "take out {ex}"),
        new(m => m.Context.FocusExerciseId is null ? VoiceReading.Ask("Which exercise do you want to skip?") : VoiceReading.Ask("Skip which exercise?", []),
            "skip this|it|that one|exercise?", "remove|delete this exercise", "skip the exercise"),
        new(m => Different(m) ? VoiceReading.Of([new VoiceCommand.MakeSuperset([.. m.Exercises.Select(e => e.Candidates[0].Id)])]) : null,
            "superset {ex} with|and {ex}", "superset {ex} with|and {ex} and {ex}", "superset of? {ex} with|and {ex}", "make a superset of {ex} and|with {ex}", "pair {ex} with|and {ex}", "do {ex} and|with {ex} as a superset"),
    ];

    private static bool Different(Match m) => m.Exercises.Select(e => e.Candidates[0].Id).Distinct().Count() == m.Exercises.Count;

    private static VoiceReading? StartTemplate(Match m) => m.Context.Workout is not null ? VoiceReading.Reject("A workout is already running.")
        : VoiceReading.Of([new VoiceCommand.StartWorkout(null, m.Template!.Id)]);

    private static VoiceReading? StartWithout(Match m) => m.Context.Workout is not null ? VoiceReading.Reject("A workout is already running.")
        : Planned(m) ? VoiceReading.Of([new VoiceCommand.StartWorkout(null, m.Template!.Id), new VoiceCommand.RemoveExercise(m.Exercise()!.Id)])
        : VoiceReading.Reject("That exercise isn't in this template.");

    private static bool Planned(Match m) => m.Template!.ExerciseIds.Contains(m.Exercise()!.Id);

    private static VoiceReading? Discard(Match m) => m.Context.Workout is null ? VoiceReading.Reject("No workout is running.")
        : VoiceReading.Ask("Discard this workout? Its sets will be gone.",
            new VoiceOption("Discard workout", [new VoiceCommand.DiscardWorkout()]), new VoiceOption("Keep it", [new VoiceCommand.Cancel()]));

    private static VoiceReading? Next(Match m)
    {
        var entries = m.Context.Workout?.Entries ?? [];
        var at = entries.ToList().FindIndex(e => e.ExerciseId == m.Context.FocusExerciseId);
        return at >= 0 && at + 1 < entries.Count ? VoiceReading.Of([new VoiceCommand.AddExercise(entries[at + 1].ExerciseId)])
            : VoiceReading.Ask("Which exercise is next?");
    }

    private static VoiceReading? Replace(Match m, int old, int with)
    {
        var (a, b) = (m.Exercise(old)!, m.Exercise(with)!);
        return a.Id == b.Id ? null : Gone(m, a.Id) ?? VoiceReading.Of([new VoiceCommand.ReplaceExercise(a.Id, b.Id)]);
    }

    private static VoiceReading? Remove(Match m) => Gone(m, m.Exercise()!.Id) ?? VoiceReading.Of([new VoiceCommand.RemoveExercise(m.Exercise()!.Id)]);

    private static VoiceReading? Gone(Match m, string id) => m.Context.Entry(id) switch
    {
        null => VoiceReading.Reject("That exercise isn't in this workout."),
        { Sets.Count: > 0 } => VoiceReading.Ask("It already has sets. Take it out with them?", new VoiceOption("Remove it", [new VoiceCommand.RemoveExercise(id)]), new VoiceOption("Keep it", [new VoiceCommand.Cancel()])),
        _ => null,
    };
}
