namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>The words of <c>interpret</c>: what was understood, or asked, when nothing is done about it.</summary>
public static class InterpretedReply
{
    /// <summary>To read and to hear.</summary>
    public static Reply Of(VoiceReading reading, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(context);
        if (reading.Message.Length > 0 || reading.Commands.Count == 0)
        {
            return new(reading.Message, reading.Message);
        }

        var told = reading.Commands.Select(command => Told(command, context)).ToList();
        return new(string.Join(", ", told.Select(reply => reply.Message)), string.Join(' ', told.Select(reply => reply.Speech)));
    }

    private static Reply Told(VoiceCommand command, VoiceContext context) => command switch
    {
        { IsQuestion: true } => PlainAnswers.To(command, context) ?? new("That needs a look at your log.", "That needs a look at your log."),
        VoiceCommand.LogSet set => new(
            VoiceLabels.Label(set, context.Exercises),
            $"{context.Exercises.NameOf(set.ExerciseId)}, {Amounts.Hear(set.Load, set.Reps, set.DurationSeconds, set.Distance)}."),
        _ => new(VoiceLabels.Label(command, context.Exercises), VoiceLabels.Label(command, context.Exercises) + "."),
    };
}
