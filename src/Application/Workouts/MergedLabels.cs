using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Shows a workout that was out of history as merges made or taken back meanwhile would have it.</summary>
public sealed class MergedLabels(IExerciseStore own)
{
    /// <summary>The workout as it is now; the same one where nothing changed.</summary>
    public async Task<Workout> Now(Guid accountId, Workout workout, CancellationToken cancellationToken)
    {
        var merges = new Dictionary<string, IReadOnlyList<ExerciseLabel>>();
        foreach (var exerciseId in workout.Exercises.Select(entry => Relabelling.First(entry).ExerciseId).Distinct())
        {
            merges[exerciseId] = await Of(accountId, exerciseId, cancellationToken);
        }

        return Relabelling.Now(workout, exerciseId => merges[exerciseId]);
    }

    /// <summary>What an exercise was merged into, one after the other; the last is what it is now.</summary>
    public async Task<IReadOnlyList<ExerciseLabel>> Of(Guid accountId, string exerciseId, CancellationToken cancellationToken)
    {
        var labels = new List<ExerciseLabel>();
        for (var id = exerciseId; ExerciseLibrary.Find(id) is null && await own.MergedInto(accountId, id, cancellationToken) is { } next; id = next)
        {
            var exercise = ExerciseLibrary.Find(next) ?? await own.Find(accountId, next, cancellationToken)
                ?? throw new InvalidOperationException("An exercise was merged into one that was never made.");
            labels.Add(new ExerciseLabel(exercise.Id, exercise.Name, exercise.Measure));
        }

        return labels;
    }
}
