using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Finds the template a run of words names, by likeness and with a margin to the next.</summary>
internal static class TemplateMatcher
{
    private const double Alike = 0.76, Margin = 0.1;
    private const int MostLetters = 64;

    public static VoiceTemplate? Find(VoiceContext context, ReadOnlySpan<Token> words)
    {
        Span<char> letters = stackalloc char[MostLetters];
        if (context.Templates.Count == 0 || !TryJoin(words, context, letters, out var length))
        {
            return null;
        }

        VoiceTemplate? found = null;
        var (best, second) = (0d, 0d);
        foreach (var name in context.Names!.Templates(context))
        {
            var score = Score(letters[..length], name, Alike - Margin);
            (best, second, found) = score > best ? (score, best, name.Template) : (best, Math.Max(second, score), found);
        }

        return best >= Alike && best - second >= Margin ? found : null;
    }

    /// <summary>The templates, the one most like it first.</summary>
    public static IReadOnlyList<VoiceTemplate> Nearest(VoiceContext context, ReadOnlySpan<Token> words)
    {
        var heard = Joined(words);
        return [.. context.Names!.Templates(context).OrderByDescending(t => Score(heard, t, 0)).Take(2).Select(t => t.Template)];
    }

    /// <summary>Whether the words start with the template's name as it is written, which says more than one word.</summary>
    public static bool IsFullName(VoiceTemplate template, ReadOnlySpan<Token> words) =>
        NameText.Stems(template.Name) is { Count: > 1 } stems && Joined(words).StartsWith(NameText.Join(stems), StringComparison.Ordinal);

    /// <summary>A template's name as it is compared: whole, and without what says nothing about which.</summary>
    public static TemplateName Prepare(VoiceTemplate template)
    {
        var stems = NameText.Stems(template.Name);
        var whole = NameText.Join(stems);
        stems.RemoveAll(s => s is "day" or "workout" or "session" or "template");
        return new(template, whole, NameText.Join(stems));
    }

    // "push" alone names Push Day too.
    private static double Score(ReadOnlySpan<char> heard, TemplateName name, double least) =>
        heard.Length > 2 && heard.SequenceEqual(name.Short) ? Math.Max(0.9, Likeness.Of(heard, name.Whole, least)) : Likeness.Of(heard, name.Whole, least);

    private static bool TryJoin(ReadOnlySpan<Token> words, VoiceContext context, Span<char> letters, out int length)
    {
        length = 0;
        foreach (var word in words)
        {
            var stem = context.Names![word.At].Stem;
            if (length + stem.Length > letters.Length)
            {
                return false;
            }

            stem.CopyTo(letters[length..]);
            length += stem.Length;
        }

        return length > 0;
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

/// <summary>A template's name, prepared for comparing.</summary>
/// <param name="Template">Whose.</param>
/// <param name="Whole">Its words run together.</param>
/// <param name="Short">The same without "day" and the like.</param>
internal readonly record struct TemplateName(VoiceTemplate Template, string Whole, string Short);
