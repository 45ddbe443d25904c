namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>How alike two words are: an edit distance (Levenshtein 1966) in which letters of one sound family cost half.</summary>
internal static class Likeness
{
    private const int Longest = 40;

    /// <summary>From 0 (nothing alike) to 1 (the same); below <paramref name="least"/> it may be 0 too, and is found out sooner.</summary>
    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double least = 0)
    {
        if (a.Length == 0 || b.Length == 0 || a.Length > Longest || b.Length > Longest)
        {
            return 0;
        }

        var longest = Math.Max(a.Length, b.Length);
        var distance = Distance(a, b, (int)((1 - least) * 2 * longest) + 1);
        return distance < 0 ? 0 : 1 - (distance / 2.0 / longest);
    }

    // Less than nothing when it is more than asked for.
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j * 2;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i * 2;
            var nearest = row[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 2, diagonal + Cost(a[i - 1], b[j - 1]));
                diagonal = above;
                nearest = Math.Min(nearest, row[j]);
            }

            if (nearest > most)
            {
                return -1;
            }
        }

        return row[b.Length];
    }

    private static int Cost(char a, char b) => a == b ? 0 : Family(a) == Family(b) ? 1 : 2;

    /// <summary>A number from 0 to 15 for each family of sounds; other signs share one.</summary>
    public static int Family(char c) => c switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' => 0,
        'b' or 'p' => 1,
        'd' or 't' => 2,
        'c' or 'k' or 'g' or 'q' => 3,
        's' or 'z' => 4,
        'f' or 'v' => 5,
        'm' or 'n' => 6,
        'h' => 7,
        'j' => 8,
        'l' => 9,
        'r' => 10,
        'w' => 11,
        'x' => 12,
        _ => c,
    };
}
