using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>Names as a recogniser misheard them or a thumb mistyped them: alike by letters and sound, with a margin to the next.</summary>
internal static class SoundMatcher
{
    private const double Alike = 0.76, AlikeOfKnownWords = 0.86, AlikeOfNameWords = 0.8, Margin = 0.07, HomeBonus = 0.10, Near = 0.5;

    /// <summary>The exercise words sound like; beside the amounts of a set even words that mean something else may be one.</summary>
    public static ExerciseMatch Match(ReadOnlySpan<Token> words, VoiceContext context, NameTable table, bool inSets)
    {
        ref var known = ref table.Sounding(words[0].At, words.Length, inSets);
        if (!known.Done)
        {
            known = (true, Eligible(words, context, table, inSets, out var least) ? Sounding(words, context, table, least) : default);
        }

        return known.Match;
    }

    /// <summary>The names nearest to what was heard, for a question's options.</summary>
    public static IReadOnlyList<Exercise> Nearest(ReadOnlySpan<char> heard, VoiceContext context) =>
        [.. context.Exercises.Sounds.Like(heard, Near).OrderByDescending(n => n.Score).Select(n => n.Exercise).Take(3)];

    // A number or a little word is no part of a misheard name; and words that all mean something else are not misheard.
    private static bool Eligible(ReadOnlySpan<Token> words, VoiceContext context, NameTable table, bool inSets, out double least)
    {
        var (unknown, names) = (0, 0);
        foreach (var word in words)
        {
            if (word.Value is not null || Vocabulary.IsNumber(word.Text) || Vocabulary.Separates(word.Text))
            {
                least = 1;
                return false;
            }

            names += context.Exercises.IsInAName(table.Stem(word.At)) ? 1 : 0;
            unknown += Vocabulary.Knows(word.Text) || context.Exercises.IsInAName(table.Stem(word.At)) ? 0 : 1;
        }

        if (unknown == 0 && (names == 0 || (!inSets && names < words.Length)))
        {
            least = 1;
            return false;
        }

        least = names == words.Length ? AlikeOfNameWords : unknown == 0 || names + unknown < words.Length ? AlikeOfKnownWords : Alike;
        return !(words[0].Text.Length == 1 && words.Length > 1 && !context.Exercises.IsInAName(words[0].Text));
    }

    private static ExerciseMatch Sounding(ReadOnlySpan<Token> words, VoiceContext context, NameTable table, double least)
    {
        Span<char> heard = stackalloc char[64];
        var length = 0;
        foreach (var word in words)
        {
            var stem = table.Stem(word.At);
            if (length + stem.Length > heard.Length)
            {
                return default;
            }

            stem.CopyTo(heard[length..]);
            length += stem.Length;
        }

        if (length < 4)
        {
            return default;
        }

        var like = context.Exercises.Sounds.Like(heard[..length], least - HomeBonus);
        foreach (var word in words)
        {
            var stem = table.Stem(word.At);
            like.RemoveAll(l => context.Exercises.TellsApart(stem) && !context.Exercises.Has(l.Exercise, stem));
        }

        return Best(like, context, least);
    }

    private static ExerciseMatch Best(List<(Exercise Exercise, double Score)> like, VoiceContext context, double least)
    {
        for (var i = 0; i < like.Count; i++)
        {
            like[i] = (like[i].Exercise, like[i].Score + (context.IsHome(like[i].Exercise.Id) ? HomeBonus : 0));
        }

        like.Sort((a, b) => b.Score.CompareTo(a.Score));
        like.RemoveAll(l => l.Score < least || l.Score < like[0].Score - Margin);
        return like.Count == 0 ? default : new([.. like.Take(4).Select(l => l.Exercise)], Math.Min(0.95, like[0].Score));
    }
}
