using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Free;

/// <summary>What may have been meant where nothing was understood: offered, never done.</summary>
public static class Guesses
{
    /// <summary>The nearest exercises by sound, and the sentence as a note where a workout runs; at most four.</summary>
    public static IReadOnlyList<VoiceOption> For(string transcript, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var guesses = Near(transcript, context).Take(3).Select(exercise => new VoiceOption(exercise.Name, [new VoiceCommand.AddExercise(exercise.Id)])).ToList();
        if (context.Workout is not null)
        {
            guesses.Add(new("Keep it as a note", [new VoiceCommand.WriteNote(transcript, NoteTarget.Workout)]));
        }

        return guesses;
    }

    /// <summary>Ids of the exercises whose names share words with the sentence or sound like it, best first.</summary>
    public static IEnumerable<string> Exercises(string transcript, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        var stems = Tokenizer.Cut(transcript).Where(token => token.Value is null && token.Text.Length > 2).Select(token => NameText.Stem(token.Text)).ToList();
        var sharing = stems.Where(context.Exercises.IsWord).SelectMany(stem => context.Exercises.Holding([stem]))
            .GroupBy(exercise => exercise.Id).OrderByDescending(shared => shared.Count()).Select(shared => shared.Key);
        return Near(transcript, context).Select(exercise => exercise.Id).Concat(sharing).Distinct();
    }

    private static IReadOnlyList<Exercise> Near(string transcript, VoiceContext context) =>
        SpokenName.In(transcript) is { } name ? SoundMatcher.Nearest(NameText.Join(NameText.Stems(name)), context) : [];
}
