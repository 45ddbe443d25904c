using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class ExerciseStore(TitanDbContext db, UnitSession session, NewRows fresh) : IExerciseStore, IUnitPart
{
    private readonly Dictionary<(Guid AccountId, string Id), Kept> _changed = [];
    private readonly Dictionary<(Guid AccountId, string Id), Kept?> _read = [];

    public bool HasChanges => _changed.Count > 0;

    public Task<IReadOnlyList<Exercise>> Own(Guid accountId, CancellationToken cancellationToken) => All(accountId, false, cancellationToken);

    public Task<IReadOnlyList<Exercise>> Archived(Guid accountId, CancellationToken cancellationToken) => All(accountId, true, cancellationToken);

    private async Task<IReadOnlyList<Exercise>> All(Guid accountId, bool archived, CancellationToken cancellationToken)
    {
        var rows = await db.Exercises.AsNoTracking()
            .Where(e => e.AccountId == accountId && e.Archived == archived && e.MergedInto == null)
            .Select(e => e.Data)
            .ToListAsync(cancellationToken);
        var changed = _changed.Where(c => c.Key.AccountId == accountId).ToList();
        return
        [
            .. rows.Select(data => StoredJson.Read<Exercise>(data)!).Where(e => !_changed.ContainsKey((accountId, e.Id))),
            .. changed.Where(c => c.Value.Archived == archived && c.Value.MergedInto is null).Select(c => c.Value.Exercise),
        ];
    }

    public async Task<Exercise?> Find(Guid accountId, string exerciseId, CancellationToken cancellationToken) =>
        (await Read(accountId, exerciseId, cancellationToken))?.Exercise;

    public async Task<string?> MergedInto(Guid accountId, string exerciseId, CancellationToken cancellationToken) =>
        (await Read(accountId, exerciseId, cancellationToken))?.MergedInto;

    public void Store(Guid accountId, Exercise exercise, bool archived, string? mergedInto = null) =>
        _changed[(accountId, exercise.Id)] = new(exercise, archived, mergedInto);

    public void Reset()
    {
        _changed.Clear();
        _read.Clear();
    }

    private async Task<Kept?> Read(Guid accountId, string exerciseId, CancellationToken cancellationToken)
    {
        if (_changed.TryGetValue((accountId, exerciseId), out var changed))
        {
            return changed;
        }

        if (!_read.TryGetValue((accountId, exerciseId), out var own))
        {
            var row = session.Blank == accountId ? null : await db.Exercises.AsNoTracking().SingleOrDefaultAsync(e => e.AccountId == accountId && e.Id == exerciseId, cancellationToken);
            _read[(accountId, exerciseId)] = own = row is null ? null : new(StoredJson.Read<Exercise>(row.Data)!, row.Archived, row.MergedInto);
        }

        return own;
    }

    public async Task Flush(CancellationToken cancellationToken)
    {
        foreach (var account in _changed.GroupBy(c => c.Key.AccountId))
        {
            var ids = account.Select(c => c.Key.Id).ToList();
            var rows = session.Blank == account.Key ? [] : await db.Exercises.Where(e => e.AccountId == account.Key && ids.Contains(e.Id))
                .ToDictionaryAsync(e => e.Id, cancellationToken);
            foreach (var ((accountId, id), own) in account)
            {
                if (!rows.TryGetValue(id, out var row))
                {
                    fresh.Add(row = new() { AccountId = accountId, Id = id });
                }

                (row.Data, row.Archived, row.MergedInto) = (StoredJson.Write(own.Exercise), own.Archived, own.MergedInto);
            }
        }
    }

    private sealed record Kept(Exercise Exercise, bool Archived, string? MergedInto);
}
