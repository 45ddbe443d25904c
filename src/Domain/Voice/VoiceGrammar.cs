namespace TitanTrakr.Domain.Voice;

/// <summary>Understands what a lifter says, without network, package or clock. Deterministic; never throws.</summary>
public static class VoiceGrammar
{
    /// <summary>Reads one transcript, with the recogniser's other guesses, in its context. Writes nothing.</summary>
    public static VoiceReading Interpret(string transcript, IReadOnlyList<string> alternatives, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(context);
        return VoiceReading.Nothing();
    }
}
