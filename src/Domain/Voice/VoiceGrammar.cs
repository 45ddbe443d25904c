namespace TitanTrakr.Domain.Voice;

/// <summary>Understands what a lifter says, without network, package or clock. Deterministic; never throws.</summary>
public static class VoiceGrammar
{
    /// <summary>The longest transcript that is read.</summary>
    public const int MaxLength = 500;

    /// <summary>Reads one transcript, with the recogniser's other guesses, in its context. Writes nothing.</summary>
    public static VoiceReading Interpret(string transcript, IReadOnlyList<string> alternatives, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(context);
        var reading = Read(transcript, context);
        for (var i = 0; i < alternatives.Count && i < 4 && reading.Outcome == VoiceOutcome.NotUnderstood; i++)
        {
            reading = Read(alternatives[i], context);
        }

        return reading;
    }

    private static VoiceReading Read(string transcript, VoiceContext context)
    {
        if (string.IsNullOrWhiteSpace(transcript) || transcript.Length > MaxLength)
        {
            return VoiceReading.Nothing();
        }

        var tokens = Speech.WithoutFillers(Tokenizer.Cut(transcript));
        return tokens.Count == 0 ? VoiceReading.Nothing()
            : Speech.TryMend(tokens) ? new Breath(tokens.ToArray(), transcript).Read(context)
            : VoiceReading.Ask("You said it two ways. Which one is right?");
    }
}
