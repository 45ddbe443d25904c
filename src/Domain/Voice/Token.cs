namespace TitanTrakr.Domain.Voice;

/// <summary>One word, number or clock time of a sentence.</summary>
/// <param name="Text">Lower case, apostrophes dropped.</param>
/// <param name="Value">The number when written in digits, the seconds of a clock time.</param>
/// <param name="IsClock">Whether it was written like 7:45.</param>
/// <param name="Break">Whether a comma or full stop stands before it.</param>
/// <param name="Glued">Whether it stood in one piece with what is before it (80kg, 3x8, warm-up).</param>
/// <param name="Start">Where it starts in the transcript.</param>
internal readonly record struct Token(string Text, decimal? Value, bool IsClock, bool Break, bool Glued, int Start)
{
    /// <summary>Where it ends in the transcript.</summary>
    public int End { get; init; }

    /// <summary>Which word of the prepared sentence it is, from 0.</summary>
    public int At { get; init; }

    public bool Is(string word) => Value is null && Text == word;

    /// <summary>What was said, from the transcript; where mending changed the order, word by word.</summary>
    public static string Said(ReadOnlySpan<Token> tokens, string source)
    {
        if (tokens.IsEmpty)
        {
            return string.Empty;
        }

        var (start, inOrder) = (tokens[0].Start, true);
        for (var i = 1; i < tokens.Length; i++)
        {
            inOrder &= tokens[i].Start >= tokens[i - 1].End;
        }

        if (inOrder)
        {
            return source[start..tokens[^1].End];
        }

        var words = new List<string>(tokens.Length);
        foreach (var token in tokens)
        {
            words.Add(source[token.Start..token.End]);
        }

        return string.Join(' ', words);
    }
}
