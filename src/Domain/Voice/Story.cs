using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice;

/// <summary>
/// "so I walked over to the rack and did 100 for 5 on squats": how the lifter came to a set tells nothing about it. Left out only where every word
/// of it is one of the way there: what may be about somebody else, another day or another set stays, and is not understood.
/// </summary>
internal static class Story
{
    private const int MostWords = 16;

    private static readonly HashSet<string> Way = new(StringComparer.Ordinal)
    {
        "i", "just", "then", "and", "walked", "went", "came", "got", "moved", "stepped", "sat", "lay", "laid", "loaded", "set", "took", "grabbed", "put", "changed", "rested", "waited", "headed", "jumped", "chalked", "had", "warmup",
        "over", "to", "the", "a", "my", "some", "up", "down", "back", "in", "on", "off", "under", "out", "of", "into", "onto", "for", "bit", "little", "quick", "long", "short", "again", "there", "here", "hands", "it",
        "rack", "bar", "machine", "bench", "floor", "platform", "station", "cage", "squat", "cable", "cables", "dumbbells", "plates", "weight", "weights", "belt", "straps", "wraps", "water", "drink", "sip", "breath", "break", "rest", "while", "moment", "minute",
    };

    private static readonly HashSet<string> Done = new(StringComparer.Ordinal)
    {
        "did", "got", "hit", "made", "managed", "banged", "smashed", "knocked", "squeezed", "lifted", "pulled", "pushed", "pressed", "repped", "ground", "cranked", "nailed", "benched", "squatted", "deadlifted", "ran", "rowed", "held",
    };

    /// <summary>Takes the way to a set out of the sentence that tells it.</summary>
    public static void Leave(List<Token> tokens)
    {
        if (tokens.Count < 5 || tokens[0].Text is not ("i" or "had"))
        {
            return;
        }

        for (var at = 1; at + 2 < tokens.Count && at <= MostWords && tokens[at].Value is null && Way.Contains(tokens[at].Text); at++)
        {
            var did = at + (tokens[at + 1].Text is "i" or "then" or "just" ? 2 : 1);
            if (at > 2 && tokens[at].Text is "and" or "then" && did + 1 < tokens.Count && Done.Contains(tokens[did].Text) && SpeaksOfNumbers(tokens, did))
            {
                tokens.RemoveRange(0, did);
                tokens[0] = tokens[0] with { Break = false };
                return;
            }
        }
    }

    // "and got under the bar" is still the way.
    private static bool SpeaksOfNumbers(List<Token> tokens, int from) =>
        tokens.FindIndex(from, t => t.Value is not null || NumberWords.Value(t.Text) is not null || t.Text is "hundred" or "plate" or "plates") is var number && number > 0
        && tokens.FindIndex(from + 1, number - from - 1, t => t.Text is "and" or "then") < 0;
}
