namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>
/// Reads the patterns of phrases: words in order, "a|b" for either, "a?" for what may be missing, "(a b|c)" and "[a b|c]" for longer
/// alternatives that must or may stand there, {slots}, and macros in angle brackets. A pattern becomes the plain phrases it stands for.
/// </summary>
internal static class PhraseParser
{
    private static readonly Dictionary<string, string> Macros = new(StringComparer.Ordinal)
    {
        ["<that>"] = "(that|it|this|[that|the|my] last (one|set)|(that|this|the) (set|one))",
        ["<before>"] = "([the] last (time|week|session|workout)|[the] previous (time|session|workout))",
        ["<workout>"] = "([the|my|this|our|that|todays] (workout|session|training))",
        ["<best>"] = "(best|record|pr|pb|max|heaviest|(personal|alltime|new|lifetime) (best|record))",
    };

    public static IEnumerable<Part[]> Parse(string pattern)
    {
        foreach (var macro in Macros)
        {
            pattern = pattern.Replace(macro.Key, macro.Value, StringComparison.Ordinal);
        }

        return Sequence(pattern).Select(parts => parts.ToArray());
    }

    private static List<List<Part>> Sequence(string pattern)
    {
        var all = new List<List<Part>> { new() };
        foreach (var piece in Cut(pattern, ' '))
        {
            var ways = Piece(piece);
            all = [.. all.SelectMany(head => ways.Select(tail => head.Concat(tail).ToList()))];
        }

        return all;
    }

    private static List<List<Part>> Piece(string piece)
    {
        if (piece[0] is not ('(' or '['))
        {
            var text = piece.TrimEnd('?');
            return [[piece[0] == '{' ? new Part([], text, text != piece) : new Part(text.Split('|'), null, text != piece)]];
        }

        var optional = piece[0] == '[' || piece[^1] == '?';
        var ways = Ways(piece.TrimEnd('?')[1..^1]);
        if (ways is [[var lone]])
        {
            return [[lone with { Optional = optional || lone.Optional }]];
        }

        return optional ? [.. ways, []] : ways;
    }

    // Alternatives of one word each are one place.
    private static List<List<Part>> Ways(string inner)
    {
        var ways = new List<string>();
        var words = new List<string>();
        foreach (var way in Cut(inner, '|'))
        {
            if (way.Contains(' ', StringComparison.Ordinal) || way[0] is '(' or '[' or '{')
            {
                ways.Add(way);
            }
            else
            {
                words.Add(way);
            }
        }

        return [.. words.Count > 0 ? Sequence(string.Join('|', words)) : [], .. ways.SelectMany(Sequence)];
    }

    private static IEnumerable<string> Cut(string text, char at)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (depth == 0 && text[i] == at))
            {
                if (i > start)
                {
                    yield return text[start..i];
                }

                start = i + 1;
            }
            else
            {
                depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            }
        }
    }
}
