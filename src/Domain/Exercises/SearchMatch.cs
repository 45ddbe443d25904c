namespace TitanTrakr.Domain.Exercises;

/// <summary>How well a name answers a query; the lower, the better.</summary>
internal enum MatchTier
{
    Exact,
    Prefix,
    AllWords,
    PrefixWords,
    Typos,
    None,
}

/// <summary>A text folded once for many comparisons.</summary>
internal sealed record FoldedText(string Key, string[] Words)
{
    public static FoldedText Of(string text)
    {
        var words = TextFold.Words(text);
        return new(string.Concat(words), words);
    }
}

/// <summary>Compares one folded name with one folded query.</summary>
internal static class SearchMatch
{
    public static MatchTier Of(FoldedText query, FoldedText name) => true switch
    {
        _ when name.Key == query.Key => MatchTier.Exact,
        _ when name.Key.StartsWith(query.Key, StringComparison.Ordinal) => MatchTier.Prefix,
        _ when All(query, name, static (asked, word) => asked == word) => MatchTier.AllWords,
        _ when All(query, name, IsPrefix) => MatchTier.PrefixWords,
        _ when IsNear(query.Key, name.Key) || All(query, name, IsPrefixOrNear) => MatchTier.Typos,
        _ => MatchTier.None,
    };

    private static bool All(FoldedText query, FoldedText name, Func<string, string, bool> fits)
    {
        foreach (var asked in query.Words)
        {
            if (!Array.Exists(name.Words, word => fits(asked, word)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrefix(string asked, string word) => word.StartsWith(asked, StringComparison.Ordinal);

    private static bool IsPrefixOrNear(string asked, string word) => IsPrefix(asked, word) || IsNear(asked, word);

    /// <summary>Short words have too many neighbours ("row", "low") to forgive any slip.</summary>
    private static bool IsNear(string asked, string word) =>
        EditDistance.IsWithin(asked, word, asked.Length switch { < 4 => 0, < 8 => 1, _ => 2 });
}
