namespace TitanTrakr.Domain.Voice;

/// <summary>How a sentence was taken.</summary>
public enum VoiceOutcome
{
    /// <summary>Commands stand ready to be applied.</summary>
    Understood,

    /// <summary>Only questions were asked; the application answers them.</summary>
    Answered,

    /// <summary>Something has to be asked before anything is written.</summary>
    NeedsClarification,

    /// <summary>Not meant for us, or nothing a command can express.</summary>
    NotUnderstood,

    /// <summary>Understood, but what it speaks of isn't there.</summary>
    Rejected,
}

/// <summary>One answer to a question, to tap or to say.</summary>
/// <param name="Label">As shown: "Bench Press 100 kg × 8".</param>
/// <param name="Commands">What choosing it does.</param>
public sealed record VoiceOption(string Label, IReadOnlyList<VoiceCommand> Commands);

/// <summary>What the grammar made of a sentence.</summary>
/// <param name="Outcome">How it was taken.</param>
/// <param name="Commands">What to do, in order; empty unless understood or answered.</param>
/// <param name="Options">With a question: two to four answers, the best first.</param>
/// <param name="Message">Why, or what to ask; empty when understood.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record VoiceReading(
    VoiceOutcome Outcome,
    IReadOnlyList<VoiceCommand> Commands,
    IReadOnlyList<VoiceOption> Options,
    string Message,
    double Confidence)
{
    /// <summary>
    /// The words taken for the name of an exercise, when they are not one of its names: what an accepted option or a correction teaches.
    /// </summary>
    public string? HeardName { get; init; }

    /// <summary>A reading that does something.</summary>
    public static VoiceReading Of(IReadOnlyList<VoiceCommand> commands, double confidence = 0.97) =>
        new(commands.All(c => c.IsQuestion) ? VoiceOutcome.Answered : VoiceOutcome.Understood, commands, [], string.Empty, confidence);

    /// <summary>A question back.</summary>
    public static VoiceReading Ask(string message, params IReadOnlyList<VoiceOption> options) =>
        new(VoiceOutcome.NeedsClarification, [], options, message, 0.5);

    /// <summary>Not for us.</summary>
    public static VoiceReading Nothing(string message = "I didn't catch that.") =>
        new(VoiceOutcome.NotUnderstood, [], [], message, 0);

    /// <summary>What it speaks of isn't there.</summary>
    public static VoiceReading Reject(string message, params IReadOnlyList<VoiceOption> options) =>
        new(VoiceOutcome.Rejected, [], options, message, 0.9);
}
