using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>Finds the exercise a run of words names: exactly, by its distinguishing words, or by sound.</summary>
internal static class ExerciseMatcher
{
    public static ExerciseMatch Match(ReadOnlySpan<Token> words, VoiceContext context, bool bySound, bool inSets = false)
    {
        if (words.Length is 0 or > NameTable.Longest || context.Names is not { } table)
        {
            return default;
        }

        if (!table.TryNamed(words[0].At, words.Length, out var known))
        {
            known = table.KeepNamed(words[0].At, words.Length, Named(words, context, table));
        }

        return !known.IsNone || !bySound ? Prefer(known, context) : SoundMatcher.Match(words, context, table, inSets);
    }

    private static ExerciseMatch Named(ReadOnlySpan<Token> words, VoiceContext context, NameTable table)
    {
        var stems = new StemRun();
        foreach (var word in words)
        {
            if (word.IsClock || !stems.TryAdd(word, table))
            {
                return default;
            }
        }

        // "45s" is a pair of dumbbells before it is a name.
        return stems.Count == 0 || (words[0].Value is not null && (words.Length == 1 || words[1].Is("s"))) ? default : stems.Find(context.Exercises);
    }

    // Of several with one name the one in today's workout is meant; a part of a name is enough for it.
    private static ExerciseMatch Prefer(ExerciseMatch found, VoiceContext context)
    {
        if (found.Candidates is not { Count: > 0 } several || found.IsSure)
        {
            return found;
        }

        Exercise? home = null;
        foreach (var exercise in several)
        {
            if (!context.IsHome(exercise.Id))
            {
                continue;
            }

            if (home is not null)
            {
                return found;
            }

            home = exercise;
        }

        return home is null ? found : new([home], found.Score, found.Score <= ExerciseMatch.OnlyEquipment);
    }
}
