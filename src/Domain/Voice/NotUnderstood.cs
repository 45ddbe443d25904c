namespace TitanTrakr.Domain.Voice;

/// <summary>Says what can be said about a sentence nothing could be made of.</summary>
internal static class NotUnderstood
{
    private static readonly HashSet<string> Body = new(StringComparer.Ordinal)
    {
        "shoulder", "shoulders", "knee", "knees", "elbow", "elbows", "wrist", "wrists", "hip", "hips", "neck", "ankle", "felt", "feels", "feeling", "hurts", "hurt", "sore", "tight", "pain", "painful", "clicked", "pinching", "tweaked", "tired", "slept", "sleep", "grip", "form", "killing",
    };

    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal) { "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal) { "für", "und", "mit", "por", "para", "con", "kilo", "pour", "avec", "et", "per", "série", "serie", "repeticiones", "wiederholungen", "acht", "huit", "ocho", "otto" };

    public static VoiceReading Of(Token[] tokens, string transcript, VoiceContext context)
    {
        if (Has(tokens, Elsewhere))
        {
            return VoiceReading.Nothing("I only log today's workout by voice. Past workouts can be edited under History.");
        }

        if (Has(tokens, Foreign) || Array.Exists(tokens, t => t.Text.Length > 0 && t.Text[0] > 'ɏ'))
        {
            return VoiceReading.Nothing("I only understand English so far.");
        }

        if (Array.Exists(tokens, t => t.Is("template")))
        {
            return VoiceReading.Nothing("Templates are edited under Templates.");
        }

        return Has(tokens, Body) && context.Workout is not null && tokens.Length > 2
            ? VoiceReading.Nothing("Shall I note that? Say \"note\" first.") with { Options = [Options.Of(context, new VoiceCommand.WriteNote(transcript.Trim(), context.FocusExerciseId is null ? NoteTarget.Workout : NoteTarget.Exercise))] }
            : VoiceReading.Nothing();
    }

    private static bool Has(Token[] tokens, HashSet<string> words) => Array.Exists(tokens, t => words.Contains(t.Text));
}
