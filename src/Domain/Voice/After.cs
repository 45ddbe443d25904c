namespace TitanTrakr.Domain.Voice;

/// <summary>The context as the next part of a breath finds it.</summary>
internal static class After
{
    public static VoiceContext Commands(VoiceContext context, IReadOnlyList<VoiceCommand> commands)
    {
        foreach (var command in commands)
        {
            context = command switch
            {
                VoiceCommand.LogSet s => context with { FocusExerciseId = s.ExerciseId },
                VoiceCommand.AddExercise a => context with { FocusExerciseId = a.ExerciseId },
                VoiceCommand.StartWorkout w => context with { Workout = Started(context, w), FocusExerciseId = null },
                _ => context,
            };
        }

        return context;
    }

    private static VoiceWorkout Started(VoiceContext context, VoiceCommand.StartWorkout start)
    {
        foreach (var template in context.Templates)
        {
            if (template.Id == start.TemplateId)
            {
                return new VoiceWorkout([.. template.ExerciseIds.Select(id => new VoiceEntry(id, []))]);
            }
        }

        return new VoiceWorkout([]);
    }
}
