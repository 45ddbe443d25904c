namespace TitanTrakr.Domain.Voice;

/// <summary>Understands a sentence in a talk: an option's own words choose it, whatever else they would mean; the rest is the grammar's.</summary>
public static class VoiceConversation
{
    /// <summary>As <see cref="VoiceGrammar.Interpret"/>, with the labels of the open question as answers.</summary>
    public static VoiceReading Interpret(string transcript, IReadOnlyList<string> alternatives, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        return Labelled(transcript, context.OpenOptions) is { } option
            ? VoiceReading.Of([new VoiceCommand.Confirm(option)])
            : VoiceGrammar.Interpret(transcript, alternatives, context);
    }

    // From 1; two options of one label leave it open.
    private static int? Labelled(string said, IReadOnlyList<VoiceOption> options)
    {
        if (options.Count == 0 || said.Length > VoiceGrammar.MaxLength)
        {
            return null;
        }

        var heard = Plain(said);
        var found = Enumerable.Range(0, options.Count).Where(at => Plain(options[at].Label) == heard).Take(2).ToList();
        return found is [var only] ? only + 1 : null;
    }

    private static string Plain(string text) => string.Join(' ', Tokenizer.Cut(text).Select(token => token.Text));
}
