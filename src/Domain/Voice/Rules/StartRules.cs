namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Starting a workout, free, named or from a template.</summary>
internal static class StartRules
{
    private const string Start = "(start|begin|kick off|lets start|lets begin|start up|fire up)", Do = "(start|begin|do|load|load up|run|open|kick off|lets do|lets start|lets begin|lets go with|time for|its|todays|im doing|doing|starting|beginning)";

    public static readonly PhraseRule[] All =
    [
        new("start workout", Weights.Session, m => Started(m, new VoiceCommand.StartWorkout()),
            $"{Start} [a|an|my|the|todays]? [new|empty|blank|fresh|free]? workout|session|training|exercise|lifting [now|today|session]?", "start|begin", "(lets|time to) (start|go|begin|train|work out|lift|workout) [training|lifting|now]?", "new|empty workout|session", "im starting [my|a]? [workout|now]?", "(start|begin) [a]? gym session", "start logging|tracking", "im (at the gym|ready to train|ready to start)"),
        new("start named workout", Weights.Session + 0.002, m => m.Tail.Length > 6 ? null : Started(m, new VoiceCommand.StartWorkout(TemplateRules.Capitalised(m.Text))), $"{Start} [a|my|the]? [new|empty]? workout|session (called|named|titled|name) {{name}}"),
        new("start template", Weights.Session + 0.003, m => Started(m, new VoiceCommand.StartWorkout(null, m.Template!.Id)),
            $"{Do} [a|the|my|with|todays|workout|session|template]? [workout|session]? [with|from|using|for|called]? [the|my]? {{tpl}} [workout|template|session|today|now]?", "[today]? (is|todays|its) {tpl} [today]?"),
        new("start template named", Weights.Session - 0.002, m => m.Context.Workout is not null ? null
            : TemplateMatcher.IsFullName(m.Template!, m.Tokens.Span) ? Started(m, new VoiceCommand.StartWorkout(null, m.Template!.Id))
            : VoiceReading.Ask($"Start {m.Template!.Name}?", Options.AtLeastTwo([new VoiceOption("Start " + m.Template.Name, [new VoiceCommand.StartWorkout(null, m.Template.Id)])])), "{tpl} [workout|session|please|today]?"),
        new("start template without", Weights.Session + 0.003, Without,
            $"{Do} [the|my]? {{tpl}} [workout]? (without|minus|but no|with no|no|except|except for|but skip|but without|skip|and skip|excluding|but not|leave out|leaving out|but leave out) [the|any]? {{ex}} [today]?"),
        new("start template without", Weights.Session + 0.003, m => m.Context.Workout is null ? Without(m) : null, "{tpl} (without|minus|but no|with no|except|except for|but skip|but without|but not) [the|any]? {ex} [today]?"),
        new("start template with", Weights.Session + 0.003, m => Swapped(m, 1, 0), $"{Do} [the|my]? {{tpl}} (with|but [with|do]?)? {{ex}} (instead of|for|in place of|rather than) {{ex}}"),
        new("start template with", Weights.Session + 0.003, m => Swapped(m, 0, 1), $"{Do} [the|my]? {{tpl}} (but|and) (swap|replace|switch) {{ex}} (for|with|to) {{ex}}"),
        new("start unknown", Weights.Session - 0.013, Unknown, $"{Start} [a|the|my]? [workout|template]? {{name}}", "lets do [the|my]? {name}"),
    ];

    /// <summary>What to do first, with a start as the way on.</summary>
    public static VoiceReading NoWorkout(VoiceContext context, params IReadOnlyList<VoiceCommand> then)
    {
        IReadOnlyList<VoiceCommand> all = [new VoiceCommand.StartWorkout(), .. then];
        return VoiceReading.Reject("Start a workout first.", Options.AtLeastTwo([new VoiceOption(VoiceLabels.Label(all, context.Exercises), all)]));
    }

    private static VoiceReading Started(Match m, params IReadOnlyList<VoiceCommand> commands) =>
        m.Context.Workout is not null ? VoiceReading.Reject("A workout is already running. Finish it first.") : VoiceReading.Of(commands);

    private static VoiceReading Without(Match m) => m.Template!.ExerciseIds.Contains(m.Exercise()!.Id)
        ? Started(m, new VoiceCommand.StartWorkout(null, m.Template.Id), new VoiceCommand.RemoveExercise(m.Exercise()!.Id))
        : VoiceReading.Reject("That exercise isn't in this template.");

    private static VoiceReading Swapped(Match m, int old, int with) => m.Template!.ExerciseIds.Contains(m.Exercise(old)!.Id)
        ? Started(m, new VoiceCommand.StartWorkout(null, m.Template.Id), new VoiceCommand.ReplaceExercise(m.Exercise(old)!.Id, m.Exercise(with)!.Id))
        : VoiceReading.Reject("That exercise isn't in this template.");

    // "start pull day" where there is none: the nearest, or a new workout called so.
    private static VoiceReading? Unknown(Match m)
    {
        if (m.Tail.Length > 4 || !IsWorkoutName(m))
        {
            return null;
        }

        if (m.Context.Workout is not null)
        {
            return m.Tokens.Span[0].Text is "start" or "begin" ? VoiceReading.Reject("A workout is already running. Finish it first.") : null;
        }

        var name = TemplateRules.Capitalised(m.Text);
        var near = TemplateMatcher.Nearest(m.Context, m.Tail.Span).Select(t => new VoiceOption("Start " + t.Name, [new VoiceCommand.StartWorkout(null, t.Id)]));
        return VoiceReading.Ask($"There is no template called {name}.", Options.AtLeastTwo([new VoiceOption($"New workout called {name}", [new VoiceCommand.StartWorkout(name)]), .. near]));
    }

    private static bool IsWorkoutName(Match m)
    {
        var words = m.Tail.Span;
        if (words[^1].Text is "day" or "workout" or "session" or "template" or "program" or "programme")
        {
            return words.Length > 1;
        }

        foreach (var word in words)
        {
            if (word.Text is "upper" or "lower" or "push" or "pull" or "full" or "body" || MuscleWords.Find(m.Context, [word]) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
