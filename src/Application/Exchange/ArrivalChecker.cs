using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exchange;

/// <summary>Finds which workouts are here already: by what earlier imports brought, by id, or because they are plainly the same.</summary>
internal sealed class ArrivalChecker(
    IProjections projections, IWorkoutIndex index, WorkoutSession session, CommandScope scope)
{
    /// <summary>Sorts them; a workout whose id was used up by one that is gone gets another.</summary>
    public async Task<ArrivalCheck> Check(IReadOnlyList<ImportedWorkout> workouts, CancellationToken cancellationToken)
    {
        var brought = await Brought(cancellationToken);
        var candidates = await Candidates(workouts, cancellationToken);
        Guid[] ids = [.. workouts.SelectMany(workout => Ids(workout, brought, candidates)).Distinct()];
        await session.Prefetch(ids, cancellationToken);
        var (fresh, same, changed) = (new List<ImportedWorkout>(), 0, 0);
        foreach (var workout in workouts)
        {
            if (await Here(workout, Ids(workout, brought, candidates), cancellationToken) is { } here)
            {
                _ = SameWorkout.SameTraining(here, workout.Recorded) ? same++ : changed++;
            }
            else
            {
                fresh.Add(await session.Known(workout.Recorded.WorkoutId, cancellationToken) is null ? workout : Renamed(workout));
            }
        }

        return new ArrivalCheck(fresh, same, changed);
    }

    private static ImportedWorkout Renamed(ImportedWorkout workout) => workout with
    {
        Recorded = workout.Recorded with { WorkoutId = DerivedId.Of($"{workout.Recorded.ImportId}/{workout.Identity}") },
    };

    // The first two are the workout itself; the others have to be compared.
    private static Guid[] Ids(ImportedWorkout workout, Dictionary<string, Guid> brought, ILookup<DateTimeOffset, Guid> candidates) =>
    [
        brought.GetValueOrDefault(workout.Identity, workout.Recorded.WorkoutId),
        workout.Recorded.WorkoutId,
        .. candidates[SameWorkout.Minute(workout.Recorded.StartedAt)],
    ];

    private async Task<Workout?> Here(ImportedWorkout workout, Guid[] ids, CancellationToken cancellationToken)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            if (await session.Known(ids[i], cancellationToken) is { Status: WorkoutStatus.Active or WorkoutStatus.Completed } here
                && (i < 2 || SameWorkout.Is(here, workout.Recorded)))
            {
                return here;
            }
        }

        return null;
    }

    private async Task<Dictionary<string, Guid>> Brought(CancellationToken cancellationToken)
    {
        var list = await projections.Load<ImportList>(scope.AccountId, ImportKeys.All, cancellationToken);
        var keys = (list?.Imports ?? []).Where(import => import.UndoneAt is null).Select(import => ImportKeys.One(import.Id)).ToList();
        await projections.Prefetch(scope.AccountId, keys, cancellationToken);
        var brought = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var import = await projections.Load<ImportDocument>(scope.AccountId, key, cancellationToken);
            foreach (var (identity, workoutId) in import?.Workouts ?? [])
            {
                brought[identity] = workoutId;
            }
        }

        return brought;
    }

    private async Task<ILookup<DateTimeOffset, Guid>> Candidates(IReadOnlyList<ImportedWorkout> workouts, CancellationToken cancellationToken)
    {
        var minutes = workouts.Select(workout => SameWorkout.Minute(workout.Recorded.StartedAt)).ToHashSet();
        var started = minutes.Count == 0 ? [] : await index.Started(scope.AccountId, minutes.Min(), minutes.Max().AddMinutes(1), cancellationToken);
        return started.Where(workout => minutes.Contains(SameWorkout.Minute(workout.StartedAt)))
            .ToLookup(workout => SameWorkout.Minute(workout.StartedAt), workout => workout.Id);
    }
}
