using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Rules;

namespace TitanTrakr.Domain.Voice;

/// <summary>Command words that were misheard, mended by likeness and with the same margin as names, when nothing else can be made of a sentence.</summary>
internal static class Slips
{
    private const int Shortest = 4, Most = 3;
    private const double Alike = 0.76, Margin = 0.07;
    private static readonly Lazy<(string Word, ulong Counts)[]> Words = new(() => [.. PhraseBook.Words.Where(w => w.Length >= Shortest).Select(w => (w, LetterCounts.Of(w)))]);

    /// <summary>The tokens with what can only be a slip mended; null when nothing was.</summary>
    public static Token[]? Mend(Token[] tokens, VoiceContext context)
    {
        Token[]? mended = null;
        var tried = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Value is not null || token.Text.Length < Shortest || Vocabulary.Knows(token.Text) || context.Exercises.IsInAName(NameText.Stem(token.Text)) || Chatter.Has(token.Text))
            {
                continue;
            }

            if (++tried > Most)
            {
                return null;
            }

            // A word of names is for the matcher of names: "buck" is no back squat.
            if (Nearest(token.Text) is { } word && !context.Exercises.IsInAName(NameText.Stem(word)))
            {
                mended ??= [.. tokens];
                mended[i] = token with { Text = word };
            }
        }

        return mended;
    }

    private static string? Nearest(string heard)
    {
        var (best, second, found) = (0d, 0d, string.Empty);
        var counts = LetterCounts.Of(heard);
        foreach (ref readonly var word in Words.Value.AsSpan())
        {
            var longest = Math.Max(word.Word.Length, heard.Length);
            if (Math.Abs(word.Word.Length - heard.Length) <= 2 && 1 - ((double)LetterCounts.FewestEdits(counts, word.Counts) / longest) >= Alike - Margin
                && Likeness.Of(heard, word.Word, Alike - Margin) is var score && score > second)
            {
                (best, second, found) = score > best ? (score, best, word.Word) : (best, score, found);
            }
        }

        return best >= Alike && best - second >= Margin ? found : null;
    }
}
