using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class CompletedWorkouts(TitanDbContext db, ReadSide reads) : ICompletedWorkouts, IUnitPart
{
    private readonly Dictionary<(Guid AccountId, Guid Id), Workout?> _changed = [];
    private readonly Dictionary<(Guid AccountId, Guid Id), string?> _fetched = [];

    public bool HasChanges => _changed.Count > 0;

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

    public async Task<IReadOnlyList<Guid>> With(Guid accountId, string exerciseId, CancellationToken cancellationToken)
    {
        var stored = await db.WorkoutExercises.Where(e => e.AccountId == accountId && e.ExerciseId == exerciseId)
            .Select(e => e.WorkoutId)
            .ToListAsync(cancellationToken);
        var changed = _changed.Where(c => c.Key.AccountId == accountId).ToDictionary(c => c.Key.Id, c => c.Value);
        return [.. stored.Where(id => !changed.ContainsKey(id))
            .Concat(changed.Where(c => c.Value?.Exercises.Any(entry => entry.ExerciseId == exerciseId) == true).Select(c => c.Key))
            .Order()];
    }

    public void Store(Guid accountId, Workout workout) => _changed[(accountId, workout.Id)] = workout;

    public void Remove(Guid accountId, Guid workoutId) => _changed[(accountId, workoutId)] = null;

    public async Task<IReadOnlyList<Workout>> Page(Guid accountId, HistoryFilter filter, CancellationToken cancellationToken)
    {
        var page = await Newest(await reads.Context(cancellationToken), accountId, filter).ToListAsync(cancellationToken);
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

    private static IQueryable<string> Newest(TitanDbContext from, Guid accountId, HistoryFilter filter) =>
        filter.ExerciseId is null ? NewestOfAll(from, accountId, filter) : NewestWith(from, accountId, filter);

    private static IQueryable<string> NewestOfAll(TitanDbContext from, Guid accountId, HistoryFilter filter)
    {
        var rows = from.Workouts.Where(w => w.AccountId == accountId);
        rows = filter.Before is { } before ? rows.Where(w => w.StartedAt < before) : rows;
        rows = filter.After is { } after ? rows.Where(w => w.StartedAt >= after) : rows;
        rows = filter is { CursorStartedAt: { } startedAt, CursorId: { } id }
            ? rows.Where(w => w.StartedAt <= startedAt && (w.StartedAt < startedAt || w.Id < id))
            : rows;
        return rows.OrderByDescending(w => w.StartedAt).ThenByDescending(w => w.Id).Take(filter.Limit).Select(w => w.Data);
    }

    // From the rows of the exercise, so that a rare one isn't looked for among all workouts.
    private static IQueryable<string> NewestWith(TitanDbContext from, Guid accountId, HistoryFilter filter)
    {
        var rows = from.WorkoutExercises.Where(e => e.AccountId == accountId && e.ExerciseId == filter.ExerciseId);
        rows = filter.Before is { } before ? rows.Where(e => e.StartedAt < before) : rows;
        rows = filter.After is { } after ? rows.Where(e => e.StartedAt >= after) : rows;
        rows = filter is { CursorStartedAt: { } startedAt, CursorId: { } id }
            ? rows.Where(e => e.StartedAt <= startedAt && (e.StartedAt < startedAt || e.WorkoutId < id))
            : rows;
        return rows.OrderByDescending(e => e.StartedAt).ThenByDescending(e => e.WorkoutId).Take(filter.Limit)
            .Join(from.Workouts, e => new { e.AccountId, Id = e.WorkoutId }, w => new { w.AccountId, w.Id }, (e, w) => w)
            .OrderByDescending(w => w.StartedAt).ThenByDescending(w => w.Id)
            .Select(w => w.Data);
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
        row.Served = ServedJson.Bytes(WorkoutView.Of(workout, row.CompletedAt));
        KeepExercises(row, workout);
    }

    private static void KeepExercises(WorkoutRow row, Workout workout)
    {
        var wanted = workout.Exercises.Select(e => e.ExerciseId).ToHashSet();
        row.Exercises.RemoveAll(e => !wanted.Contains(e.ExerciseId));
        wanted.ExceptWith(row.Exercises.Select(e => e.ExerciseId));
        row.Exercises.AddRange(
            wanted.Select(id => new WorkoutExerciseRow { AccountId = row.AccountId, WorkoutId = row.Id, ExerciseId = id }));
        row.Exercises.ForEach(e => e.StartedAt = row.StartedAt);
    }
}
