namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>How often each family of letters stands in a word, four bits a family: what tells in a few steps that two words can't be alike.</summary>
internal static class LetterCounts
{
    private const int Families = 16, Most = 15;
    private const ulong Low = 0x0F0F0F0F0F0F0F0F, Top = 0x8080808080808080, Ones = 0x0101010101010101;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong counts = 0;
        foreach (var letter in word)
        {
            var shift = Likeness.Family(letter) % Families * 4;
            counts += ((counts >> shift) & Most) < Most ? 1UL << shift : 0;
        }

        return counts;
    }

    /// <summary>No spelling can be nearer than its letters are: those that are missing, or those too many, must each be written.</summary>
    public static int FewestEdits(ulong a, ulong b)
    {
        var (evenA, evenB, oddA, oddB) = (a & Low, b & Low, (a >> 4) & Low, (b >> 4) & Low);
        return Math.Max(Excess(evenA, evenB) + Excess(oddA, oddB), Excess(evenB, evenA) + Excess(oddB, oddA));
    }

    // All eight differences at once: the top bit of a byte stays where its count is not the lesser one.
    private static int Excess(ulong more, ulong fewer)
    {
        var differences = (more | Top) - fewer;
        var positive = ((differences & Top) >> 7) * 0x7F;
        return (int)(((differences & positive) * Ones) >> 56);
    }
}
