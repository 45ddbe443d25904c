using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Application.Exercises;

/// <summary>Folds events of one's own exercises into their rows. The rebuild calls it too.</summary>
public sealed class ExerciseProjector(IExerciseStore own)
{
    /// <summary>Applies one event and answers the exercise after it.</summary>
    public async Task<Exercise> Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var @event = (ExerciseEvent)recorded.Event!;
        var after = @event switch
        {
            ExerciseEvent.ExerciseCreated e => new Exercise(
                e.ExerciseId, e.Name, e.Aliases, e.Equipment, e.PrimaryMuscle, e.SecondaryMuscles, e.Measure),
            ExerciseEvent.ExerciseChanged e => Changed(await Known(recorded.AccountId, e.ExerciseId, cancellationToken), e),
            ExerciseEvent.ExerciseArchived e => await Known(recorded.AccountId, e.ExerciseId, cancellationToken),
        };
        own.Store(recorded.AccountId, after, archived: @event is ExerciseEvent.ExerciseArchived);
        return after;
    }

    private async Task<Exercise> Known(Guid accountId, string id, CancellationToken cancellationToken) =>
        await own.Find(accountId, id, cancellationToken) ?? throw new InvalidOperationException("An event came before its exercise was made.");

    private static Exercise Changed(Exercise exercise, ExerciseEvent.ExerciseChanged e) => exercise with
    {
        Name = e.Name ?? exercise.Name,
        Aliases = e.Aliases ?? exercise.Aliases,
        Equipment = e.Equipment ?? exercise.Equipment,
        PrimaryMuscle = e.PrimaryMuscle ?? exercise.PrimaryMuscle,
        SecondaryMuscles = e.SecondaryMuscles ?? exercise.SecondaryMuscles,
    };
}
