namespace TitanTrakr.Domain.Exercises;

/// <summary>How many slips of the finger lie between two words.</summary>
internal static class EditDistance
{
    private const int LongestWord = 64;

    /// <summary>
    /// True when at most <paramref name="limit"/> letters are missing, added, wrong or swapped with their neighbour
    /// (Damerau-Levenshtein, no part edited twice). Words past 64 letters only match themselves: names are never that
    /// long, and the rows stay on the stack.
    /// </summary>
    public static bool IsWithin(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || limit == 0 || Math.Max(a.Length, b.Length) > LongestWord)
        {
            return a == b;
        }

        return Between(a, b) <= limit;
    }

    private static int Between(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var wrong = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(wrong, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
