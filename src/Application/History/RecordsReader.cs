using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>Reads records as they stand, and as they stood.</summary>
internal sealed class RecordsReader(IProjections projections, SessionLog sessions, ISessionChunks chunks, CommandScope scope)
{
    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>The records of an exercise, what the running workout has made included.</summary>
    public async Task<IReadOnlyList<PersonalRecord>> Now(string exerciseId, CancellationToken cancellationToken)
    {
        var key = ProjectionKeys.PersonalRecords(exerciseId);
        await projections.Prefetch(scope.AccountId, [key, ProjectionKeys.CurrentWorkout], cancellationToken);
        var records = await projections.Load<ExerciseRecords>(scope.AccountId, key, cancellationToken) ?? ExerciseRecords.None(exerciseId);
        return records.With(await projections.Load<Workout>(scope.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken));
    }

    /// <summary>The records of an exercise in the completed workouts that had begun by a moment.</summary>
    public async Task<IReadOnlyList<PersonalRecord>> AsOf(string exerciseId, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        (await sessions.Before(scope.AccountId, exerciseId, new SessionKey(asOf, Last), cancellationToken)).Bests;

    /// <summary>A page of exercises with their records in completed workouts; the cursor is an exercise's id.</summary>
    public async Task<Page<ExerciseRecords>> All(DateTimeOffset? asOf, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var prefix = ProjectionKeys.PersonalRecords("");
        var found = await projections.Page<ExerciseRecords>(scope.AccountId, prefix, cursor ?? "", limit + 1, cancellationToken);
        var page = Page.Of(found, limit, records => records.ExerciseId);
        return asOf is null ? page : page with { Items = await AsOf(page.Items, asOf.Value, cancellationToken) };
    }

    private async Task<List<ExerciseRecords>> AsOf(
        IReadOnlyList<ExerciseRecords> now, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        string[] exerciseIds = [.. now.Select(records => records.ExerciseId)];
        await projections.Prefetch(scope.AccountId, [.. exerciseIds.Select(ProjectionKeys.ExerciseHistory)], cancellationToken);
        await chunks.Prefetch(scope.AccountId, exerciseIds, cancellationToken);
        var then = new List<ExerciseRecords>(now.Count);
        foreach (var records in now)
        {
            then.Add(records with { Completed = await AsOf(records.ExerciseId, asOf, cancellationToken) });
        }

        return then;
    }
}
