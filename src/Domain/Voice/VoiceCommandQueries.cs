namespace TitanTrakr.Domain.Voice;

/// <summary>What one wants to know of a command whatever its kind.</summary>
public static class VoiceCommandQueries
{
    /// <summary>The exercise it names first, if it names one.</summary>
    public static string? ExerciseOf(this VoiceCommand command) => command switch
    {
        VoiceCommand.LogSet c => c.ExerciseId,
        VoiceCommand.CorrectSet c => c.WithExerciseId ?? c.ExerciseId,
        VoiceCommand.AddExercise c => c.ExerciseId,
        VoiceCommand.RemoveExercise c => c.ExerciseId,
        VoiceCommand.ReplaceExercise c => c.WithExerciseId,
        VoiceCommand.RemoveSet c => c.ExerciseId,
        VoiceCommand.AskLast c => c.ExerciseId,
        VoiceCommand.AskRecord c => c.ExerciseId,
        _ => null,
    };

    /// <summary>Every exercise it names.</summary>
    public static IEnumerable<string> ExercisesOf(this VoiceCommand command) => command switch
    {
        VoiceCommand.MakeSuperset c => c.ExerciseIds,
        VoiceCommand.ReplaceExercise c => [c.ExerciseId, c.WithExerciseId],
        VoiceCommand.CorrectSet { WithExerciseId: { } moved } c => [c.ExerciseId, moved],
        _ => command.ExerciseOf() is { } one ? [one] : [],
    };
}
