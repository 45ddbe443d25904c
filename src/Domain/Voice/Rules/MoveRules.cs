using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Adding exercises and moving the focus: "next up squats", "switch to lat pulldown", a bare "bench", "next exercise".</summary>
internal static class MoveRules
{
    private const string Next = "(next up|next|up next|next exercise|next exercise is|next is|next up is|next lift is|next one is|now|now its|now for|first up|first up is|first|first exercise|first exercise is|start with|starting with|begin with|then|onto|over to|on to|moving on to|moving onto|moving to|move on to|move onto|move to|switch to|switch over to|switching to|switch back to|go to|go back to|going back to|going to|going on to|go with|lets go to|lets go with|lets go back to|back to|change to|onto the|time for|time to do|lets do|can we do|can i do|lets hit|lets|let me do|ill do|ive got|start|starting|begin|doing|do|im doing|im on|im starting|im gonna do|gonna do|gonna hit|gonna|we are doing|im moving to|im moving on to|im switching to|wanna do|i wanna do|add|add in|also add|i want|want)";

    public const string Name = "move";

    public static readonly PhraseRule[] All =
    [
        new(Name, Weights.Session, m => Go(m, m.Exercise()!.Id),
            "{ex} [now|next|please]?", $"{Next} [the|some|my|a|an]? {{ex}} [now|next|please|today|then]?", "(add|put|throw) [in|on]? [the|some|an|a]? {ex} (at|to|in|on|into) [the|my|this|todays]? [end|workout|session|list|training]? [of the workout|of the session]?", "{ex} (is|up) next", "next (up|exercise|lift) (will be|is gonna be) {ex}", "how about {ex} [next|now]?", "lets move [on]? to {ex}", "{ex} up next"),
        new(Name, Weights.Session, m => m.Exercises.Select(e => e.Sure!.Id).Distinct().Count() < m.Exercises.Count ? null : Go(m, [.. m.Exercises.Select(e => e.Sure!.Id)]),
            "(add|put|throw) [in|on]? {ex} and {ex} [to the workout|at the end]?", "(add|put|throw) [in|on]? {ex} {ex} and {ex} [to the workout|at the end]?"),
        new("next exercise", Weights.Session + 0.002, NextOne,
            "[the]? next exercise|one|lift|movement [please|now]?", "next", "(go|move|skip|on|moving|switch|lets go|lets move|jump|onto)? [on]? [to|onto]? [the]? next [exercise|one|lift]?", "(start|begin|do) the next [exercise|one]", "next exercise in the template"),
        new("move to unknown", Weights.Session - 0.013, Unknown, "(next up|next exercise is|switch to|moving on to|move on to|add|next is|now|lets do|start) {name}"),
    ];

    private static VoiceReading Go(Match m, params IReadOnlyList<string> ids)
    {
        IReadOnlyList<VoiceCommand> commands = [.. ids.Select(id => new VoiceCommand.AddExercise(id))];
        return m.Context.Workout is null ? StartRules.NoWorkout(m.Context, commands) : VoiceReading.Of(commands);
    }

    // The next one planned: behind the focus, and where that has been done already, the first without sets.
    private static VoiceReading? NextOne(Match m)
    {
        if (m.Context.Workout is not { } workout)
        {
            return StartRules.NoWorkout(m.Context);
        }

        var at = m.Context.IndexOf(m.Context.FocusExerciseId);
        var next = workout.Entries.Skip(at + 1).FirstOrDefault(e => e.Sets.Count == 0) ?? workout.Entries.Skip(at + 1).FirstOrDefault();
        return next is not null ? VoiceReading.Of([new VoiceCommand.AddExercise(next.ExerciseId)])
            : VoiceReading.Ask("Which exercise is next?", Options.AtLeastTwo([.. workout.Entries.Select(e => e.ExerciseId).Distinct().Where(id => id != m.Context.FocusExerciseId).Select(id => Options.Of(m.Context, new VoiceCommand.AddExercise(id)))]));
    }

    private static VoiceReading? Unknown(Match m)
    {
        if (m.Context.Workout is null || m.Tail.Length > 3)
        {
            return null;
        }

        var heard = string.Empty;
        foreach (var word in m.Tail.Span)
        {
            if (word.Value is not null || (Vocabulary.Knows(word.Text) && !m.Context.Exercises.IsInAName(NameText.Stem(word.Text))))
            {
                return null;
            }

            heard += NameText.Stem(word.Text);
        }

        var near = SoundMatcher.Nearest(heard, m.Context);
        var known = m.Tail.Span[^1].Text is { } last && m.Context.Exercises.IsInAName(NameText.Stem(last));
        return near.Count == 0 && !known ? null
            : VoiceReading.Ask($"I don't know {m.Text}. Create it, or is it one of these?", Options.AtLeastTwo([.. near.Select(e => Options.Of(m.Context, new VoiceCommand.AddExercise(e.Id)))])) with { HeardName = m.Text };
    }
}
