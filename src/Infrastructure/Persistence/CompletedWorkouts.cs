using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class CompletedWorkouts(TitanDbContext db) : ICompletedWorkouts, IUnitPart
{
    private readonly Dictionary<(Guid AccountId, Guid Id), Workout?> _changed = [];
    private readonly Dictionary<(Guid AccountId, Guid Id), string?> _fetched = [];

    public async Task Prefetch(Guid accountId, IReadOnlyCollection<Guid> workoutIds, CancellationToken cancellationToken)
    {
        var missing = workoutIds.Distinct().Where(id => !_fetched.ContainsKey((accountId, id))).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        missing.ForEach(id => _fetched[(accountId, id)] = null);
        var rows = await db.Workouts.Where(w => w.AccountId == accountId && missing.Contains(w.Id))
            .Select(w => new { w.Id, w.Data })
            .ToListAsync(cancellationToken);
        rows.ForEach(row => _fetched[(accountId, row.Id)] = row.Data);
    }

    public async Task<Workout?> Find(Guid accountId, Guid workoutId, CancellationToken cancellationToken)
    {
        if (_changed.TryGetValue((accountId, workoutId), out var changed))
        {
            return changed;
        }

        await Prefetch(accountId, [workoutId], cancellationToken);
        var data = _fetched[(accountId, workoutId)];
        return data is null ? null : StoredJson.Read<Workout>(data);
    }

    public void Store(Guid accountId, Workout workout) => _changed[(accountId, workout.Id)] = workout;

    public void Remove(Guid accountId, Guid workoutId) => _changed[(accountId, workoutId)] = null;

    public async Task<IReadOnlyList<Workout>> Page(Guid accountId, HistoryFilter filter, CancellationToken cancellationToken)
    {
        var page = await Filtered(accountId, filter)
            .OrderByDescending(w => w.StartedAt).ThenByDescending(w => w.Id)
            .Take(filter.Limit)
            .Select(w => w.Data)
            .ToListAsync(cancellationToken);
        return [.. page.Select(data => StoredJson.Read<Workout>(data)!)];
    }

    public void Reset()
    {
        _changed.Clear();
        _fetched.Clear();
    }

    public async Task Flush(CancellationToken cancellationToken)
    {
        foreach (var account in _changed.GroupBy(c => c.Key.AccountId))
        {
            var ids = account.Select(c => c.Key.Id).ToList();
            var rows = await db.Workouts.Include(w => w.Exercises)
                .Where(w => w.AccountId == account.Key && ids.Contains(w.Id))
                .ToDictionaryAsync(w => w.Id, cancellationToken);
            foreach (var ((accountId, id), workout) in account)
            {
                Flush(accountId, rows.GetValueOrDefault(id), workout);
            }
        }
    }

    private IQueryable<WorkoutRow> Filtered(Guid accountId, HistoryFilter filter)
    {
        var rows = db.Workouts.Where(w => w.AccountId == accountId);
        if (filter.Before is { } before)
        {
            rows = rows.Where(w => w.StartedAt < before);
        }

        if (filter.After is { } after)
        {
            rows = rows.Where(w => w.StartedAt > after);
        }

        if (filter.ExerciseId is { } exerciseId)
        {
            rows = rows.Where(w => w.Exercises.Any(e => e.ExerciseId == exerciseId));
        }

        return filter is { CursorStartedAt: { } startedAt, CursorId: { } id }
            ? rows.Where(w => w.StartedAt <= startedAt && (w.StartedAt < startedAt || w.Id < id))
            : rows;
    }

    private void Flush(Guid accountId, WorkoutRow? row, Workout? workout)
    {
        if (workout is null)
        {
            if (row is not null)
            {
                db.Workouts.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            db.Workouts.Add(row = new() { AccountId = accountId, Id = workout.Id });
        }

        row.StartedAt = Times.AsStored(workout.StartedAt);
        row.CompletedAt = Times.AsStored(
            workout.CompletedAt ?? throw new InvalidOperationException("Only a completed workout belongs in history."));
        row.Data = StoredJson.Write(workout);
        KeepExercises(row, workout);
    }

    private static void KeepExercises(WorkoutRow row, Workout workout)
    {
        var wanted = workout.Exercises.Select(e => e.ExerciseId).ToHashSet();
        row.Exercises.RemoveAll(e => !wanted.Contains(e.ExerciseId));
        wanted.ExceptWith(row.Exercises.Select(e => e.ExerciseId));
        row.Exercises.AddRange(
            wanted.Select(id => new WorkoutExerciseRow { AccountId = row.AccountId, WorkoutId = row.Id, ExerciseId = id }));
    }
}
