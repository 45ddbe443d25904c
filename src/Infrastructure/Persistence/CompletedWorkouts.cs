using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class CompletedWorkouts(TitanDbContext db, UnitSession session, NewRows fresh, ReadSide reads) : ICompletedWorkouts, IUnitPart
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
        if (session.Blank == accountId)
        {
            return;
        }

        var rows = await Rows(accountId, missing)
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
        var stored = session.Blank == accountId ? [] : await db.WorkoutExercises.Where(e => e.AccountId == accountId && e.ExerciseId == exerciseId)
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
        var from = await reads.Context(cancellationToken);
        var (sql, values) = HistoryStatement.OfDocuments(from, accountId, filter);
        await using var found = await Statements.Send(from, sql, values, cancellationToken);
        var (row, page) = (found.DbDataReader, new List<Workout>());
        while (await row.ReadAsync(cancellationToken))
        {
            page.Add(StoredJson.Read<Workout>(row.GetString(0))!);
        }

        return page;
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
            var rows = session.Blank == account.Key ? [] : await Rows(account.Key, ids).Include(w => w.Exercises)
                .ToDictionaryAsync(w => w.Id, cancellationToken);
            foreach (var ((accountId, id), workout) in account)
            {
                Flush(accountId, rows.GetValueOrDefault(id), workout);
            }
        }
    }

    // One is asked for by its id: of a list PostgreSQL can't tell how long it is, and where most accounts have fewer workouts than it supposes
    // there, it reads all of the account's.
    private IQueryable<WorkoutRow> Rows(Guid accountId, List<Guid> ids) => ids is [var only]
        ? db.Workouts.Where(w => w.AccountId == accountId && w.Id == only)
        : db.Workouts.Where(w => w.AccountId == accountId && ids.Contains(w.Id));

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

        var isNew = row is null;
        if (row is null)
        {
            fresh.Add(row = new() { AccountId = accountId, Id = workout.Id });
        }

        row.StartedAt = Times.AsStored(workout.StartedAt);
        row.CompletedAt = Times.AsStored(
            workout.CompletedAt ?? throw new InvalidOperationException("Only a completed workout belongs in history."));
        row.Data = StoredJson.Write(workout);
        row.Served = ServedJson.Bytes(WorkoutView.Of(workout, row.CompletedAt));
        KeepExercises(row, workout);
        if (isNew)
        {
            row.Exercises.ForEach(fresh.Add);
        }
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
