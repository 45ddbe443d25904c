using System.Globalization;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Undo, answers to questions, settings, notes, the body's weight, saving templates.</summary>
internal static class ControlRules
{
    public static readonly PhraseRule[] All =
    [
        PhraseRule.Command(m => new VoiceCommand.Undo(), "undo that|it|this|last? one|set|command|thing?", "undo the last one|set|command|thing?", "scratch that|it", "take that back", "revert that?", "no? scratch that", "strike that"),
        PhraseRule.Command(m => new VoiceCommand.Redo(), "redo that|it?", "put it|that back", "bring it|that back", "undo the undo", "restore that|it"),
        PhraseRule.Command(m => new VoiceCommand.Cancel(), "cancel that|it?", "no? forget it|that|about? it|that?", "no? never mind", "no? nevermind", "no thanks|thank? you?", "dont bother"),
        new(m => m.Context.OpenOptions.Count > 0 ? VoiceReading.Of([new VoiceCommand.Cancel()]) : null, "no", "nope", "nah", "neither|none of? them?", "leave it", "dont"),
        PhraseRule.Command(m => new VoiceCommand.Confirm(), "yes|yeah|yep|yup|sure|correct|right|confirm please?", "yes|yeah|yep thats? right|correct", "thats right|correct", "do it", "yes do it", "go ahead", "yes|yeah log it"),
        new(m => m.Number is >= 1 and <= 4 && (m.Context.OpenOptions.Count == 0 || m.Number <= m.Context.OpenOptions.Count) ? VoiceReading.Of([new VoiceCommand.Confirm((int)m.Number)]) : null,
            "the? {ord} one|option", "the {ord}", "option|number {ord}", "yes? the {ord} one|option?"),
        PhraseRule.Command(m => new VoiceCommand.SetWeightUnit(m.Unit!.Value), "switch|change|go to {unit}", "use {unit}", "set units|unit to {unit}", "change|switch units|unit|the to {unit}", "use {unit} from now on"),
        PhraseRule.Command(m => new VoiceCommand.SetSpeakBack(false), "stop|quit talking|speaking", "be quiet", "mute", "dont talk|speak", "shut up", "voice off", "stop reading everything|sets|it? back?", "stop talking to me", "silent mode"),
        PhraseRule.Command(m => new VoiceCommand.SetSpeakBack(true), "read everything|sets|it back", "start talking|speaking", "talk|speak to me", "unmute", "voice on", "speak up? again", "talk again", "speak back", "read it|them back to me"),
        new(Note, "note on|for|to the|this|my? workout|session {name}", "workout note {name}"),
        new(m => Note(m, NoteTarget.Exercise), "note on|for|to the|this|my? exercise {name}", "exercise note {name}"),
        new(m => Note(m, NoteTarget.Set), "note on|for|to the|this|that|my|last? last? set|one {name}", "set note {name}"),
        new(m => m.Tail.Span[0].Text is "on" or "for" ? null : Note(m, m.Context.FocusExerciseId is null ? NoteTarget.Workout : NoteTarget.Exercise), "note that {name}", "note {name}", "add|make|take a? note that? {name}", "write down {name}"),
        new(m => BodyWeight(m), "i weigh|weighed {load} today|now|this? morning?", "weigh in at? {load}", "weighed in at? {load}", "my? body weight is? {load} today?", "my? bodyweight is? {load} today?", "im {load} this morning", "my weight is? {load} today?", "weight today is? {load}", "log my? bodyweight at|as|of? {load}", "log my? body weight at|as|of? {load}", "weighing in at {load}"),
        new(m => m.Unit is null ? null : BodyWeight(m), "im {load} today|now?"),
        new(Save, "save this|the|my|it workout|session? as a|my? template? called|named? {name}", "save as a? template? called|named? {name}", "save workout as {name}"),
    ];

    private static VoiceReading? Note(Match m) => Note(m, NoteTarget.Workout);

    private static VoiceReading? Note(Match m, NoteTarget on) => string.IsNullOrWhiteSpace(m.Text) ? null
        : m.Context.Workout is null ? VoiceReading.Reject("Start a workout first.") : VoiceReading.Of([new VoiceCommand.WriteNote(m.Text, on)]);

    private static VoiceReading? BodyWeight(Match m)
    {
        var unit = m.Unit ?? m.Context.Unit;
        if (!Load.IsValid(m.Number) || m.Number <= 0)
        {
            return null;
        }

        var load = new Load(m.Number, unit);
        return load.Kilograms is > 25 and < 350 ? VoiceReading.Of([new VoiceCommand.LogBodyWeight(load)])
            : VoiceReading.Ask("Is that your body weight?", new VoiceOption("Yes", [new VoiceCommand.LogBodyWeight(load)]), new VoiceOption("No", [new VoiceCommand.Cancel()]));
    }

    // A name that runs on into the next command is two commands.
    private static bool Runs(ReadOnlySpan<Token> name)
    {
        for (var i = 0; i + 1 < name.Length; i++)
        {
            if (name[i].Text is "and" or "then" && name[i + 1].Text is "finish" or "end" or "complete" or "then" or "rest" or "im" or "start" or "stop")
            {
                return true;
            }
        }

        return false;
    }

    private static VoiceReading? Save(Match m)
    {
        var words = m.Text!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words.Select(w => char.ToUpper(w[0], CultureInfo.InvariantCulture) + w[1..]));
        return words.Length > 6 || Runs(m.Tail.Span) ? null : m.Context.Workout is null ? VoiceReading.Reject("Start a workout first.")
            : VoiceReading.Of([new VoiceCommand.SaveTemplate(name)]);
    }
}
