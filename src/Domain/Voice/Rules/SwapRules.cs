namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Replacing, leaving out and binding together exercises of the workout.</summary>
internal static class SwapRules
{
    private const string Swap = "[no|lets|ill|can i|can we|could we|please]? (swap|replace|switch|change|sub|trade|exchange) [out]? [the|my|these|this]?", Remove = "[lets|ill|im|im gonna|gonna|can we]? (skip|skipping|remove|drop|delete|take out|leave out|cut|omit|ditch|dropping|cutting|leaving out|lose|scrap) [the|my|todays]?";
    private const string Sets = "It has sets already, and they would go with it.";

    public static readonly PhraseRule[] All =
    [
        new("replace", Weights.Session + 0.001, m => Replace(m, m.Exercise(0)!.Id, m.Exercise(1)!.Id), $"{Swap} {{ex}} [out]? (for|with|to|by) [the|some]? {{ex}} [today|please|instead]?", "(instead of|in place of|rather than) [the|doing]? {ex} [lets|ill|im doing|i want|can we]? [do|doing]? [the|some]? {ex}"),
        new("replace", Weights.Session + 0.001, m => Replace(m, m.Exercise(1)!.Id, m.Exercise(0)!.Id), "[lets|ill|im|i wanna|gonna|can i|can we]? [do|doing|use|make it|have|put in]? [the|some]? {ex} (instead of|in place of|rather than) [the|doing]? {ex} [today]?", "(substitute|sub) [in]? {ex} for {ex}"),
        new("replace focus", Weights.Session + 0.001, m => m.Context.FocusExerciseId is { } id ? Replace(m, id, m.Exercise(0)!.Id) : null, $"{Swap} (this|it|that|this exercise|this one) [out]? (for|with|to) [the|some]? {{ex}}", "[lets|ill]? [do|use]? {ex} instead [of this|today]?"),
        new("remove", Weights.Session + 0.001, m => Leave(m, m.Exercise()!.Id), $"{Remove} {{ex}} [today|please|now|this time|for today|entirely]?", $"{Remove} {{ex}} (from|out of|off) [the|this|my|todays]? [workout|session|list|training]", "(take|get) [the]? {ex} (off|out) [of]? [the|my|this]? [list|workout|session]?", "no {ex} today", "im not doing {ex} [today]?", "not doing {ex} today"),
        new("remove", Weights.Session + 0.001, m => Both(m), $"{Remove} {{ex}} and {{ex}} [today|please]?"),
        new("remove this", Weights.Session + 0.002, This, $"{Remove} (this|it|that|this one|this exercise|that exercise|that one|the exercise|the current exercise) [today]?", "skip"),
        new("superset", Weights.Session + 0.001, Superset,
            "[lets|make|do|start|create]? [a]? superset [of|with]? [the]? {ex} (with|and) [the]? {ex}", "[make|do|create]? [a]? superset [of]? {ex} [and|with]? {ex} and {ex}", "pair [up]? {ex} (with|and) {ex}", "[do|lets do]? {ex} (and|with) {ex} (as|in) a superset", "{ex} (and|with) {ex} superset", "supersetting {ex} (with|and) {ex}", "(combine|group|link|alternate) {ex} (with|and) {ex}", "put {ex} and {ex} (in|into) a superset"),
        new("superset with focus", Weights.Session + 0.001, m => m.Context.FocusExerciseId is { } id && id != m.Exercise()!.Id ? Made(m, new VoiceCommand.MakeSuperset([id, m.Exercise()!.Id])) : null, "[make|do]? [a]? superset [this|it|that] [with|and] {ex}", "pair (this|it) with {ex}"),
    ];

    private static VoiceReading? Superset(Match m)
    {
        IReadOnlyList<string> ids = [.. m.Exercises.Select(e => e.Sure!.Id)];
        return ids.Distinct().Count() == ids.Count ? Made(m, new VoiceCommand.MakeSuperset(ids)) : null;
    }

    private static VoiceReading Made(Match m, VoiceCommand command) => m.Context.Workout is null ? StartRules.NoWorkout(m.Context, command) : VoiceReading.Of([command]);

    private static VoiceReading? Replace(Match m, string old, string with) => old == with ? null
        : m.Context.Entry(old) switch
        {
            null => VoiceReading.Reject($"{m.Context.Exercises.NameOf(old)} isn't in this workout."),
            { Sets.Count: > 0 } => VoiceReading.Ask(Sets, Options.AtLeastTwo([Options.Of(m.Context, new VoiceCommand.AddExercise(with)), Options.Of(m.Context, new VoiceCommand.ReplaceExercise(old, with))])),
            _ => VoiceReading.Of([new VoiceCommand.ReplaceExercise(old, with)]),
        };

    private static VoiceReading Leave(Match m, string id) => m.Context.Entry(id) switch
    {
        null => VoiceReading.Reject($"{m.Context.Exercises.NameOf(id)} isn't in this workout."),
        { Sets.Count: > 0 } => VoiceReading.Ask(Sets, Options.Of(m.Context, new VoiceCommand.RemoveExercise(id)), new VoiceOption("Keep it", [new VoiceCommand.Cancel()])),
        _ => VoiceReading.Of([new VoiceCommand.RemoveExercise(id)]),
    };

    private static VoiceReading Both(Match m)
    {
        var (first, second) = (Leave(m, m.Exercise(0)!.Id), Leave(m, m.Exercise(1)!.Id));
        return first.Outcome != VoiceOutcome.Understood ? first : second.Outcome != VoiceOutcome.Understood ? second : VoiceReading.Of([.. first.Commands, .. second.Commands]);
    }

    // The one in focus, or the one that would come next: never guessed.
    private static VoiceReading This(Match m)
    {
        var entries = m.Context.Workout?.Entries ?? [];
        var at = m.Context.IndexOf(m.Context.FocusExerciseId);
        var next = entries.Skip(at + 1).FirstOrDefault(e => e.Sets.Count == 0);
        IReadOnlyList<VoiceOption> options = [.. next is null ? [] : new[] { Options.Of(m.Context, new VoiceCommand.RemoveExercise(next.ExerciseId)) },
            .. at < 0 ? [] : new[] { Options.Of(m.Context, new VoiceCommand.RemoveExercise(entries[at].ExerciseId)) }, Options.Of(m.Context, new VoiceCommand.StopRest())];
        return VoiceReading.Ask("Skip what?", Options.AtLeastTwo(options));
    }
}
