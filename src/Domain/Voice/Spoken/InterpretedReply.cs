namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>The words of <c>interpret</c>: what was understood, or asked, when nothing is done about it.</summary>
public static class InterpretedReply
{
    /// <summary>What the phone says to a question that only the log can answer.</summary>
    public static readonly Reply InTheLog = new("That needs a look at your log.", "That needs a look at your log.");

    /// <summary>To read and to hear.</summary>
    public static Reply Of(VoiceReading reading, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(context);
        if (reading.Message.Length > 0 || reading.Commands.Count == 0)
        {
            return new(reading.Message, reading.Message);
        }

        return Together([.. reading.Commands.Select(command => Told(command, context))]);
    }

    /// <summary>Several as one.</summary>
    public static Reply Together(IReadOnlyList<Reply> told) => new(string.Join(", ", told.Select(reply => reply.Message)), string.Join(' ', told.Select(reply => reply.Speech)));

    /// <summary>What one command would do, or the answer to a question that the situation itself holds.</summary>
    public static Reply Told(VoiceCommand command, VoiceContext context) => command switch
    {
        { IsQuestion: true } => PlainAnswers.To(command, context) ?? InTheLog,
        VoiceCommand.LogSet set => new(
            VoiceLabels.Label(set, context.Exercises),
            $"{context.Exercises.NameOf(set.ExerciseId)}, {Amounts.Hear(set.Load, set.Reps, set.DurationSeconds, set.Distance)}."),
        _ => new(VoiceLabels.Label(command, context.Exercises), VoiceLabels.Label(command, context.Exercises) + "."),
    };
}
