using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Where a slot of a phrase can end, and what it then holds.</summary>
internal static class Slots
{
    public static IEnumerable<int> Ends(string slot, Match match, int at)
    {
        var length = match.Tokens.Length;
        return slot switch
        {
            "{ex}" => Exercises(match, at),
            "{name}" or "{tail}" => at < length ? [length] : [],
            "{tpl}" => Templates(match, at),
            "{muscle}" => Muscles(match, at),
            "{unit}" => at < length && Units.Weight(match.Tokens.Span[at].Text) is not null ? [at + 1] : [],
            "{ord}" => at < length && Ordinal(match.Tokens.Span[at]) is not null ? [at + 1] : [],
            _ => Numeric(slot, match, at) is { } end ? [end] : [],
        };
    }

    public static void Take(string slot, Match match, int at, int end)
    {
        var words = match.Tokens[at..end];
        switch (slot)
        {
            case "{ex}":
                match.Exercises.Add(Named(match, words));
                break;
            case "{name}":
                match.Text = match.Source[words.Span[0].Start..words.Span[^1].End].Trim(' ', '.', '!', ',');
                match.Tail = words;
                break;
            case "{tail}":
                match.Tail = words;
                break;
            case "{unit}":
                match.Unit = Units.Weight(words.Span[0].Text);
                break;
            case "{ord}":
                match.Number = Ordinal(words.Span[0])!.Value;
                break;
            case "{tpl}":
                match.Template = Template(match.Context, words.Span);
                break;
            case "{muscle}":
                match.Muscle = Muscle(match.Context, words.Span);
                break;
            default:
                Numeric(slot, match, at);
                break;
        }
    }

    private static int? Numeric(string slot, Match match, int at)
    {
        var tokens = match.Tokens.Span;
        if (slot is "{dur}" or "{rest}" && DurationReader.TryRead(tokens, at, out var seconds, out var end))
        {
            match.Seconds = seconds;
            return end;
        }

        if (slot == "{dur}" || !NumberReader.TryRead(tokens, at, out var value, out end))
        {
            return null;
        }

        match.Number = value;
        match.Seconds = (int)Math.Min(value, 100_000);
        if (slot == "{load}")
        {
            match.Unit = end < tokens.Length ? Units.Weight(tokens[end].Text) : null;
            end += match.Unit is null ? 0 : 1;
        }
        else if (slot == "{rest}")
        {
            match.Seconds = Rest(value, tokens[at].Value is null && end - at > 1);
        }

        return end;
    }

    // "rest one forty five" is 1:45, "rest 90" seconds, "rest two" minutes.
    private static int Rest(decimal value, bool inWords) => value switch
    {
        <= 10 => (int)(value * 60),
        > 100 and < 1000 when inWords && value % 100 < 60 => (int)(((int)(value / 100) * 60) + (value % 100)),
        _ => (int)Math.Min(value, 100_000),
    };

    private static int? Ordinal(Token token) =>
        token.Value is null ? (NumberWords.Ordinal(token.Text) ?? NumberWords.Value(token.Text)) : (int)Math.Min(token.Value.Value, 1000);

    private static IEnumerable<int> Exercises(Match match, int at)
    {
        for (var end = Math.Min(match.Tokens.Length, at + 6); end > at; end--)
        {
            if (!Named(match, match.Tokens[at..end]).IsNone)
            {
                yield return end;
            }
        }
    }

    private static ExerciseMatch Named(Match match, ReadOnlyMemory<Token> words) => ExerciseMatcher.Match(words.Span, match.Context, bySound: true);

    private static IEnumerable<int> Templates(Match match, int at)
    {
        for (var end = match.Tokens.Length; end > at; end--)
        {
            if (Template(match.Context, match.Tokens.Span[at..end]) is not null)
            {
                yield return end;
            }
        }
    }

    private static VoiceTemplate? Template(VoiceContext context, ReadOnlySpan<Token> words)
    {
        var heard = Joined(words);
        VoiceTemplate? found = null;
        var (best, second) = (0d, 0d);
        foreach (var template in context.Templates)
        {
            var score = Likeness.Of(heard, NameText.Join(NameText.Stems(template.Name)));
            (best, second, found) = score > best ? (score, best, template) : (best, Math.Max(second, score), found);
        }

        return best >= 0.8 && best - second >= 0.1 ? found : null;
    }

    private static IEnumerable<int> Muscles(Match match, int at)
    {
        for (var end = Math.Min(match.Tokens.Length, at + 2); end > at; end--)
        {
            if (Muscle(match.Context, match.Tokens.Span[at..end]) is not null)
            {
                yield return end;
            }
        }
    }

    private static string? Muscle(VoiceContext context, ReadOnlySpan<Token> words)
    {
        var text = words.Length == 1 ? words[0].Text : words[0].Text + " " + words[1].Text;
        return context.Exercises.Muscles.Contains(text) || text is "back" or "legs" or "arms" or "shoulders" or "core" ? text : null;
    }

    private static string Joined(ReadOnlySpan<Token> words)
    {
        var text = string.Empty;
        foreach (var word in words)
        {
            text += NameText.Stem(word.Text);
        }

        return text;
    }
}
