using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Notes on the workout, an exercise or a set. A note takes all that follows.</summary>
internal static class NoteRules
{
    public const string Name = "note";

    public static readonly PhraseRule[] All =
    [
        new(Name, Weights.Control, m => Note(m, NoteTarget.Workout),
            "[add|make|take|write|leave] [a|this] note [on|for|to|about] [the|this|my|todays] workout|session|training [that|saying] {name}", "[add|make|take|write|leave] [a|the] workout|session note [that] {name}",
            "add to the workout note {name}"),
        new(Name, Weights.Control, m => Note(m, NoteTarget.Exercise), "[add|make|take|write|leave] [a|this] note [on|for|to|about] [the|this|my] exercise|lift|movement [that|saying] {name}", "[add|make|take|write|leave] [a|an|the] exercise note [that] {name}"),
        new(Name, Weights.Control, OnNamed, "[add|make|take|write|leave] [a|this] note on|for|to|about [the|my] {ex} [that|saying] {name}", "[add a] {ex} note {name}"),
        new(Name, Weights.Control, m => Note(m, NoteTarget.Set),
            "[add|make|take|write|leave] [a|this] note on|for|to|about ((the|this|that|my) [last|previous] (set|one)|[the] last (one|set)) [that|saying] {name}", "[add|make|take|write|leave] [a|the] set note [that] {name}"),
        new(Name, Weights.Control - 0.003, Bare, "note [that|down|this|to self] {name}", "(add|make|take|write|leave) [a|the] note [that|saying|of] {name}", "note to self {name}", "notes {name}"),
        new(Name, Weights.Control - 0.003, WriteDown, "write|jot down [that] {name}"),
        new(Name, Weights.Control + 0.004, OnSet, "[add|make|take|write|leave] [a|this] note on|for|to|about set [number]? {ord} [that|saying] {name}", "[add|make|take|write|leave] [a|this] note on|for|to|about [the|my]? {ord} set [that|saying] {name}"),
        new(Name, Weights.Question, _ => VoiceReading.Ask("What should the note say?"), "note", "(add|make|take|write|leave) a note [on|for|to this|that|the exercise|set|workout]"),
    ];

    // "note on …" whose target nobody knows is no note about the rest.
    private static VoiceReading? Bare(Match m) => m.Tail.Span[0].Text is "on" or "for" or "to" or "about" && m.Tail.Length < 3 ? null
        : Note(m, m.Context.FocusExerciseId is null ? NoteTarget.Workout : NoteTarget.Exercise);

    // "write down 80 for 8" is a set; what only sounds like one is asked about.
    private static VoiceReading? WriteDown(Match m) => LogSetRule.Read(m.Tail, m.Context) is { Reading: { Outcome: VoiceOutcome.Understood } set } ? set
        : Bare(m) is { Commands: { Count: > 0 } note } && AmountWords.Speaks(m.Tail.Span) ? VoiceReading.Ask("Shall I note that?", Options.AtLeastTwo([Options.Of(m.Context, note)])) : Bare(m);

    // A note can be written on the set done last; on an earlier one it can't.
    private static VoiceReading OnSet(Match m) => m.Context.Latest() is { } last && m.Number == last.Set ? VoiceReading.Of([new VoiceCommand.WriteNote(m.Text, NoteTarget.Set)])
        : VoiceReading.Ask("Notes go on the last set, the exercise or the workout. Where should it go?",
            [.. m.Context.FocusExerciseId is null ? [] : new[] { Options.Of(m.Context, new VoiceCommand.WriteNote(m.Text, NoteTarget.Exercise)) }, Options.Of(m.Context, new VoiceCommand.WriteNote(m.Text, NoteTarget.Workout)), .. m.Context.FocusExerciseId is null ? new[] { Options.Nothing } : []]);

    private static VoiceReading? OnNamed(Match m) => m.Exercise()!.Id == m.Context.FocusExerciseId ? Note(m, NoteTarget.Exercise)
        : VoiceReading.Ask("Notes go on the exercise in focus. Where should it go?",
            Options.Of(m.Context, new VoiceCommand.AddExercise(m.Exercise()!.Id), new VoiceCommand.WriteNote(m.Text, NoteTarget.Exercise)), Options.Of(m.Context, new VoiceCommand.WriteNote(m.Text, NoteTarget.Workout)));

    private static VoiceReading? Note(Match m, NoteTarget on) => string.IsNullOrWhiteSpace(m.Text) ? null
        : m.Tail.Length == 1 && m.Tail.Span[0].Text is "that" or "this" or "it" or "down" ? VoiceReading.Ask("What should the note say?")
        : m.Context.Workout is null ? StartRules.NoWorkout(m.Context, new VoiceCommand.WriteNote(m.Text, NoteTarget.Workout))
        : on == NoteTarget.Exercise && m.Context.FocusExerciseId is null ? VoiceReading.Reject("No exercise is in focus yet.", Options.Of(m.Context, new VoiceCommand.WriteNote(m.Text, NoteTarget.Workout)), Options.Nothing)
        : on == NoteTarget.Set && m.Context.Latest() is null ? VoiceReading.Reject("There is no set to write it on.")
        : VoiceReading.Of([new VoiceCommand.WriteNote(m.Text, on)]);
}
