using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>
/// A way of saying a command: words, "a|b" for either, "?" behind what may be missing, and slots: {n} {ord} {dur} {rest} {ex} {tpl}
/// {name} {muscle} {load} {unit} {tail}. A phrase fits only when it accounts for every word.
/// </summary>
internal sealed class Phrase
{
    private readonly (string[] Words, bool Optional)[] _parts;

    public Phrase(string pattern) => _parts =
        [.. pattern.Split(' ').Select(p => (p.TrimEnd('?').Split('|'), p.EndsWith('?')))];

    public bool Fits(Match match) => Fits(match, 0, 0);

    private bool Fits(Match match, int part, int at)
    {
        if (part == _parts.Length)
        {
            return at == match.Tokens.Length;
        }

        var (words, optional) = _parts[part];
        if (words[0][0] == '{')
        {
            foreach (var end in Slots.Ends(words[0], match, at))
            {
                var depth = match.Exercises.Count;
                Slots.Take(words[0], match, at, end);
                if (Fits(match, part + 1, end))
                {
                    return true;
                }

                match.Exercises.RemoveRange(Math.Min(depth, match.Exercises.Count), Math.Max(0, match.Exercises.Count - depth));
            }
        }
        else if (at < match.Tokens.Length && Says(match.Tokens.Span[at], words) && Fits(match, part + 1, at + 1))
        {
            return true;
        }

        return optional && Fits(match, part + 1, at);
    }

    // A command word may be misheard, but only a long one and only by a little.
    private static bool Says(Token token, string[] words)
    {
        foreach (var word in words)
        {
            if (token.Is(word) || (token.Value is null && word.Length >= 6 && token.Text.Length >= 5 && Likeness.Of(token.Text, word) >= 0.83))
            {
                return true;
            }
        }

        return false;
    }
}
