using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class ExerciseStore(TitanDbContext db) : IExerciseStore, IUnitPart
{
    private readonly Dictionary<(Guid AccountId, string Id), (Exercise Exercise, bool Archived)> _changed = [];

    public Task<IReadOnlyList<Exercise>> Own(Guid accountId, CancellationToken cancellationToken) => All(accountId, false, cancellationToken);

    public Task<IReadOnlyList<Exercise>> Archived(Guid accountId, CancellationToken cancellationToken) => All(accountId, true, cancellationToken);

    private async Task<IReadOnlyList<Exercise>> All(Guid accountId, bool archived, CancellationToken cancellationToken)
    {
        var rows = await db.Exercises.AsNoTracking()
            .Where(e => e.AccountId == accountId && e.Archived == archived)
            .Select(e => e.Data)
            .ToListAsync(cancellationToken);
        var changed = _changed.Where(c => c.Key.AccountId == accountId).ToList();
        return
        [
            .. rows.Select(data => StoredJson.Read<Exercise>(data)!).Where(e => !_changed.ContainsKey((accountId, e.Id))),
            .. changed.Where(c => c.Value.Archived == archived).Select(c => c.Value.Exercise),
        ];
    }

    public async Task<Exercise?> Find(Guid accountId, string exerciseId, CancellationToken cancellationToken)
    {
        if (_changed.TryGetValue((accountId, exerciseId), out var changed))
        {
            return changed.Exercise;
        }

        var data = await db.Exercises.Where(e => e.AccountId == accountId && e.Id == exerciseId)
            .Select(e => e.Data)
            .SingleOrDefaultAsync(cancellationToken);
        return data is null ? null : StoredJson.Read<Exercise>(data);
    }

    public void Store(Guid accountId, Exercise exercise, bool archived) => _changed[(accountId, exercise.Id)] = (exercise, archived);

    public void Reset() => _changed.Clear();

    public async Task Flush(CancellationToken cancellationToken)
    {
        foreach (var account in _changed.GroupBy(c => c.Key.AccountId))
        {
            var ids = account.Select(c => c.Key.Id).ToList();
            var rows = await db.Exercises.Where(e => e.AccountId == account.Key && ids.Contains(e.Id))
                .ToDictionaryAsync(e => e.Id, cancellationToken);
            foreach (var ((accountId, id), (exercise, archived)) in account)
            {
                if (!rows.TryGetValue(id, out var row))
                {
                    db.Exercises.Add(row = new() { AccountId = accountId, Id = id });
                }

                (row.Data, row.Archived) = (StoredJson.Write(exercise), archived);
            }
        }
    }
}
