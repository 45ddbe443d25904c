using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Exchange;

internal sealed class WorkoutIndex(TitanDbContext db) : IWorkoutIndex
{
    public async Task<IReadOnlyList<(Guid Id, DateTimeOffset StartedAt)>> Started(
        Guid accountId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await db.Workouts
            .Where(workout => workout.AccountId == accountId && workout.StartedAt >= from && workout.StartedAt <= to)
            .Select(workout => new { workout.Id, workout.StartedAt })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.StartedAt))];
    }

    public async Task<IReadOnlySet<string>> UsedElsewhere(
        Guid accountId, IReadOnlyCollection<string> exerciseIds, IReadOnlyCollection<Guid> workoutIds, CancellationToken cancellationToken)
    {
        var used = await db.WorkoutExercises
            .Where(row => row.AccountId == accountId && exerciseIds.Contains(row.ExerciseId) && !workoutIds.Contains(row.WorkoutId))
            .Select(row => row.ExerciseId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return used.ToHashSet(StringComparer.Ordinal);
    }
}
