using TitanTrakr.Domain.Voice.Numbers;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Putting several sets right in one sentence, each its own way: "make set one 75 and set two 80", "first set was 12, second was 11".</summary>
internal static class CorrectEachRules
{
    private const int MostWords = 24;
    private const string Was = "(was|were|is|should be|should have been|had)", Change = "(make|mark|change|correct|fix|update|edit|set)";

    public static readonly PhraseRule[] All =
    [
        new("correct each set", Weights.Correction + 0.008, m => m.Tail.Length > MostWords ? null : Each(m, Pieces((int)Math.Min(m.Number, 1000), m.Tail)),
            $"{Change} set [number]? {{ord}} [to|as|be]? {{tail}}", $"{Change} [the|my]? {{ord}} set|one [to|as|be]? {{tail}}", $"set [number]? {{ord}} {Was} {{tail}}", $"[the|my]? {{ord}} [set|one]? {Was} {{tail}}"),
    ];

    // All of them, or a question: what one set became is never left out.
    private static VoiceReading? Each(Match m, List<(int Set, ReadOnlyMemory<Token> What)> pieces)
    {
        if (pieces.Count < 2 || pieces.Exists(p => p.What.IsEmpty) || pieces.DistinctBy(p => p.Set).Count() < pieces.Count)
        {
            return null;
        }

        var readings = pieces.ConvertAll(p => SetFix.Read(p.What, m.Context, CorrectSetRules.At(m, p.Set), FixKind.Whole));
        return readings.Exists(r => r is null) ? null
            : pieces.Exists(p => CorrectSetRules.At(m, p.Set) is null) ? VoiceReading.Reject("That set isn't there.")
            : readings.Find(r => r!.Outcome != VoiceOutcome.Understood) is { } doubt ? VoiceReading.Ask(doubt.Message)
            : VoiceReading.Of([.. readings.SelectMany(r => r!.Commands)]);
    }

    private static List<(int Set, ReadOnlyMemory<Token> What)> Pieces(int first, ReadOnlyMemory<Token> tail)
    {
        var pieces = new List<(int, ReadOnlyMemory<Token>)>();
        var (set, from) = (first, 0);
        for (var i = 1; i < tail.Length; i++)
        {
            if (Opens(tail.Span, i, out var next) is { } other)
            {
                pieces.Add((set, tail[from..i]));
                (set, from, i) = (other, next, next);
            }
        }

        pieces.Add((set, tail[Math.Min(from, tail.Length)..]));
        return pieces;
    }

    // "and set two", ", the second was": which set is spoken of now.
    private static int? Opens(ReadOnlySpan<Token> words, int at, out int next)
    {
        var parted = words[at].Break || words[at].Text is "and" or "then";
        next = at;
        while (next < words.Length && words[next].Text is "and" or "then" or "the" or "my" or "make")
        {
            next++;
        }

        var named = next < words.Length && words[next].Is("set");
        next += named ? next + 1 < words.Length && words[next + 1].Is("number") ? 2 : 1 : 0;
        if (next >= words.Length || !(named || parted) || Number(words[next], named) is not { } set)
        {
            return null;
        }

        next++;
        next += !named && next < words.Length && words[next].Text is "set" or "one" ? 1 : 0;
        next += next < words.Length && words[next].Text is "was" or "were" or "is" or "to" or "as" or "be" ? 1 : 0;
        return set;
    }

    private static int? Number(Token word, bool named) => NumberWords.Ordinal(word.Text)
        ?? (named && (word.Value ?? NumberWords.Value(word.Text)) is { } number && number == decimal.Truncate(number) ? (int)Math.Min(number, 1000) : null);
}
