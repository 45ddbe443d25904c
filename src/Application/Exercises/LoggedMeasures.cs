using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exercises;

/// <summary>Whether what was logged of an exercise could have been logged under another measure.</summary>
internal sealed class LoggedMeasures(IProjections projections, ICompletedWorkouts completed, CommandScope scope)
{
    private const int Batch = 100;

    /// <summary>The first set that would not fit, as a refusal, or null. Walks the exercise's whole history: a rare question.</summary>
    public async Task<MeasureInUse?> Refusal(string exerciseId, Measure measure, CancellationToken cancellationToken)
    {
        var latest = await projections.Load<Workout>(scope.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        if (latest is { Status: WorkoutStatus.Active } && Misfit(latest, exerciseId, measure) is { } misfit)
        {
            return misfit;
        }

        var filter = new HistoryFilter(null, null, exerciseId, null, null, Batch);
        while (await completed.Page(scope.AccountId, filter, cancellationToken) is { Count: > 0 } page)
        {
            if (page.Select(workout => Misfit(workout, exerciseId, measure)).FirstOrDefault(found => found is not null) is { } past)
            {
                return past;
            }

            filter = filter with { CursorStartedAt = page[^1].StartedAt, CursorId = page[^1].Id };
        }

        return null;
    }

    private static MeasureInUse? Misfit(Workout workout, string exerciseId, Measure measure) => workout.Exercises
        .Where(entry => entry.ExerciseId == exerciseId)
        .SelectMany(entry => entry.Sets)
        .Select(set => SetShape.Fault(set.Values, measure))
        .FirstOrDefault(fault => fault is not null) is { } wrong
            ? new MeasureInUse(workout.StartedAt, wrong.Members.First().Value[0])
            : null;
}
