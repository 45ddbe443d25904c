using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Finds the template a run of words names, by likeness and with a margin to the next.</summary>
internal static class TemplateMatcher
{
    private const double Alike = 0.76, Margin = 0.1;

    public static VoiceTemplate? Find(VoiceContext context, ReadOnlySpan<Token> words)
    {
        if (context.Templates.Count == 0)
        {
            return null;
        }

        var heard = Joined(words);
        VoiceTemplate? found = null;
        var (best, second) = (0d, 0d);
        foreach (var template in context.Templates)
        {
            var score = Score(heard, template);
            (best, second, found) = score > best ? (score, best, template) : (best, Math.Max(second, score), found);
        }

        return best >= Alike && best - second >= Margin ? found : null;
    }

    /// <summary>The templates, the one most like it first.</summary>
    public static IReadOnlyList<VoiceTemplate> Nearest(VoiceContext context, ReadOnlySpan<Token> words)
    {
        var heard = Joined(words);
        return [.. context.Templates.OrderByDescending(t => Score(heard, t)).Take(2)];
    }

    // "push" alone names Push Day too: "day" says nothing about which.
    private static double Score(string heard, VoiceTemplate template)
    {
        var stems = NameText.Stems(template.Name);
        var whole = Likeness.Of(heard, NameText.Join(stems));
        stems.RemoveAll(s => s is "day" or "workout" or "session" or "template");
        return Math.Max(whole, stems.Count > 0 && NameText.Join(stems) == heard && heard.Length > 2 ? 0.9 : 0);
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
