using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Whether a sentence speaks of amounts at all: without, it is no set and need not be taken apart.</summary>
internal static class AmountWords
{
    public static bool Speaks(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Value is not null || Vocabulary.IsNumber(token.Text) || token.Text is "same" or "ditto" or "hundred" or "single" or "double" or "triple" or "plate" or "plates" or "bar"
                or "bodyweight" or "bw" or "half" or "minute" or "mile" or "hour" or "couple" or "pair" or "again" or "repeat" or "kilo" or "pound")
            {
                return true;
            }
        }

        return false;
    }
}
