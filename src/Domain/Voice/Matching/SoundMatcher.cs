using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>Names as a recogniser misheard them or a thumb mistyped them: alike by letters and sound, with a margin to the next.</summary>
internal static class SoundMatcher
{
    private const double Alike = 0.76, AlikeOfKnownWords = 0.86, AlikeOfNameWords = 0.8, Margin = 0.07, HomeBonus = 0.10, Near = 0.5, AlikeBeside = 0.6, AlikeOfShortWord = 0.9;
    private const int ShortWord = 4;

    /// <summary>The exercise words sound like; beside the amounts of a set even words that mean something else may be one.</summary>
    public static ExerciseMatch Match(ReadOnlySpan<Token> words, VoiceContext context, NameTable table, bool inSets)
    {
        return table.TrySounding(words[0].At, words.Length, inSets, out var known) ? known
            : table.KeepSounding(words[0].At, words.Length, inSets, Eligible(words, table, inSets, out var least) && table.TakeSounding() ? Sounding(words, context, table, least) : default);
    }

    /// <summary>The names nearest to what was heard, for a question's options.</summary>
    public static IReadOnlyList<Exercise> Nearest(ReadOnlySpan<char> heard, VoiceContext context) =>
        context.Names?.TakeSounding() == false ? [] : [.. context.Exercises.Sounds.Like(heard, Near, context).OrderByDescending(n => n.Score).Select(n => n.Exercise).Take(3)];

    // A number or a little word is no part of a misheard name; and words that all mean something else are not misheard.
    private static bool Eligible(ReadOnlySpan<Token> words, NameTable table, bool inSets, out double least)
    {
        var (unknown, names) = (0, 0);
        foreach (var word in words)
        {
            ref readonly var facts = ref table[word.At];
            if (facts.IsNumber || Vocabulary.Separates(word.Text))
            {
                least = 1;
                return false;
            }

            names += facts.InAName ? 1 : 0;
            unknown += facts.InAName || Vocabulary.Knows(word.Text) ? 0 : 1;
        }

        if (unknown == 0 && (names == 0 || (!inSets && names < words.Length)))
        {
            least = 1;
            return false;
        }

        // Where no amount says that a set is told, a short word has to be nearly the name: "next song" is no swing.
        least = words.Length == 1 && words[0].Text.Length <= ShortWord ? inSets ? AlikeOfKnownWords : AlikeOfShortWord : names == words.Length ? AlikeOfNameWords : unknown == 0 || names + unknown < words.Length ? AlikeOfKnownWords : Alike;
        return !(words[0].Text.Length == 1 && words.Length > 1 && !table[words[0].At].InAName);
    }

    private static ExerciseMatch Sounding(ReadOnlySpan<Token> words, VoiceContext context, NameTable table, double least)
    {
        Span<char> heard = stackalloc char[64];
        var length = 0;
        foreach (var word in words)
        {
            var stem = table[word.At].Stem;
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

        heard = heard[..length];
        var like = context.Exercises.Sounds.Like(heard, least, context, HomeBonus);
        foreach (var word in words)
        {
            var stem = table[word.At].Stem;
            like.RemoveAll(l => context.Exercises.TellsApart(stem) && !context.Exercises.Has(l.Exercise, stem));
        }

        for (var i = like.Count - 1; i >= 0; i--)
        {
            if (!IsAlikeBeside(heard, words, like[i].Name, table))
            {
                like.RemoveAt(i);
            }
        }

        var best = Best(like, context, least);
        // "mechanical" is no machine curl: one word that is little like a name of several is asked about, but for what is in focus.
        return best is { Sure: { } sure, Score: < AlikeOfKnownWords } && words.Length == 1 && !context.Exercises.IsInAName(like[0].Name) && sure.Id != context.FocusExerciseId ? best with { InDoubt = true } : best;
    }

    // "pin press" shares its press with many: what is heard beside the words of the name has to be like what the name has there.
    private static bool IsAlikeBeside(ReadOnlySpan<char> heard, ReadOnlySpan<Token> words, ReadOnlySpan<char> name, NameTable table)
    {
        var (first, last) = (0, words.Length - 1);
        for (; last > first && table[words[last].At].Stem is var stem && name.EndsWith(stem) && name.Length > stem.Length; last--)
        {
            heard = heard[..^stem.Length];
            name = name[..^stem.Length];
        }

        for (; first < last && table[words[first].At].Stem is var stem && name.StartsWith(stem) && name.Length > stem.Length; first++)
        {
            heard = heard[stem.Length..];
            name = name[stem.Length..];
        }

        Span<char> plural = stackalloc char[name.Length + 1];
        name.CopyTo(plural);
        plural[^1] = 's';
        return last - first + 1 == words.Length || IsAlike(heard, name) || IsAlike(heard, plural);
    }

    // In a short word one letter is much: "lap" is "lat", and "rose" are "rows".
    private static bool IsAlike(ReadOnlySpan<char> heard, ReadOnlySpan<char> name)
    {
        var letters = Likeness.Of(heard, name);
        if ((1 - letters) * Math.Max(heard.Length, name.Length) <= 1)
        {
            return true;
        }

        Span<char> heardKey = stackalloc char[heard.Length * 2], nameKey = stackalloc char[name.Length * 2];
        return (letters + Likeness.Of(heardKey[..SoundKey.Write(heard, heardKey)], nameKey[..SoundKey.Write(name, nameKey)])) / 2 >= AlikeBeside;
    }

    private static ExerciseMatch Best(List<Sounding> like, VoiceContext context, double least)
    {
        for (var i = 0; i < like.Count; i++)
        {
            like[i] = like[i] with { Score = like[i].Score + (context.IsHome(like[i].Exercise.Id) ? HomeBonus : 0) };
        }

        like.Sort((a, b) => b.Score.CompareTo(a.Score));
        like.RemoveAll(l => l.Score < least || l.Score < like[0].Score - Margin);
        return like.Count == 0 ? default : new([.. like.Take(4).Select(l => l.Exercise)], Math.Min(0.95, like[0].Score));
    }
}
