using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Application.Voice;

/// <summary>Answers to questions, computed from projections, never made up; they name the set and its date.</summary>
internal sealed class VoiceAnswers(WorkoutSession session, ExerciseAnswers exercises, MuscleAnswers muscles, BodyAnswers body)
{
    /// <summary>The answer, in the state after the commands beside the question.</summary>
    public async Task<Reply> To(VoiceCommand question, VoiceContext context, Situation situation, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        var asked = new Asked(context, workout, new Calendar(session.At, situation.Settings.TimeZone));
        return PlainAnswers.To(question, context) ?? question switch
        {
            VoiceCommand.AskLast { ExerciseId: null, Muscle: { } muscle } => await muscles.Last(muscle, asked, cancellationToken),
            VoiceCommand.AskLast ask => await exercises.Last(ask.ExerciseId, asked, cancellationToken),
            VoiceCommand.AskRecord ask => await exercises.Record(ask.ExerciseId, ask.Reps, asked, cancellationToken),
            VoiceCommand.AskVolume ask => await muscles.Volume(ask.Muscle, asked, cancellationToken),
            VoiceCommand.AskBodyWeight => await body.Weight(asked, cancellationToken),
            _ => new Reply("Look in History for that.", "Look in History for that."),
        };
    }
}

/// <summary>What every answer may lean on.</summary>
internal sealed record Asked(VoiceContext Context, Domain.Workouts.Workout? Workout, Calendar Calendar)
{
    /// <summary>The exercise asked about: the one named, else the one in focus.</summary>
    public string? Exercise(string? named) => named ?? Context.FocusExerciseId;

    /// <summary>Its name.</summary>
    public string Name(string exerciseId) => Context.Exercises.NameOf(exerciseId);
}
