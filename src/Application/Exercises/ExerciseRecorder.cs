using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Appends what changed on an exercise and folds it.</summary>
internal sealed class ExerciseRecorder(
    IEventStore events, ExerciseProjector exercises, ExercisePreferencesProjector preferences, CommandScope scope, TimeProvider clock)
{
    /// <summary>Records the changes there are and answers the exercise after them.</summary>
    public async Task<Result<ExerciseView>> Record(
        Exercise exercise, ExerciseEvent? changed, ExercisePreferences? preferred, ExercisePreferences before, CancellationToken cancellationToken)
    {
        if (changed is not null)
        {
            exercise = await exercises.Apply(Append(changed), cancellationToken);
        }

        if (preferred is not null)
        {
            await preferences.Apply(Append(new ExercisePreferencesChanged(exercise.Id, preferred)), cancellationToken);
        }

        return ExerciseView.Of(exercise, preferred ?? before);
    }

    private RecordedEvent Append(DomainEvent happened) => events.Append([happened], scope.At ?? clock.GetUtcNow())[0];
}
