using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class BodyWeights(TitanDbContext db, UnitSession session, NewRows fresh) : IBodyWeights, IUnitPart
{
    private readonly Dictionary<(Guid AccountId, Guid Id), BodyWeight?> _changed = [];

    public bool HasChanges => _changed.Count > 0;

    public async Task<BodyWeight?> Find(Guid accountId, Guid entryId, CancellationToken cancellationToken)
    {
        if (_changed.TryGetValue((accountId, entryId), out var changed))
        {
            return changed;
        }

        var data = await db.BodyWeights.Where(b => b.AccountId == accountId && b.Id == entryId)
            .Select(b => b.Data)
            .SingleOrDefaultAsync(cancellationToken);
        return data is null ? null : StoredJson.Read<BodyWeight>(data);
    }

    public async Task<IReadOnlyList<BodyWeight>> Page(
        Guid accountId, (DateTimeOffset At, Guid Id)? before, int limit, CancellationToken cancellationToken)
    {
        var rows = db.BodyWeights.Where(b => b.AccountId == accountId);
        rows = before is { At: var at, Id: var id } ? rows.Where(b => b.MeasuredAt <= at && (b.MeasuredAt < at || b.Id < id)) : rows;
        var page = await rows.OrderByDescending(b => b.MeasuredAt).ThenByDescending(b => b.Id)
            .Take(limit)
            .Select(b => b.Data)
            .ToListAsync(cancellationToken);
        return [.. page.Select(data => StoredJson.Read<BodyWeight>(data)!)];
    }

    public void Store(Guid accountId, BodyWeight entry) => _changed[(accountId, entry.Id)] = entry;

    public void Remove(Guid accountId, Guid entryId) => _changed[(accountId, entryId)] = null;

    public void Reset() => _changed.Clear();

    public async Task Flush(CancellationToken cancellationToken)
    {
        foreach (var account in _changed.GroupBy(c => c.Key.AccountId))
        {
            var ids = account.Select(c => c.Key.Id).ToList();
            var rows = session.Blank == account.Key ? [] : await db.BodyWeights.Where(b => b.AccountId == account.Key && ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
            foreach (var ((accountId, id), entry) in account)
            {
                Flush(accountId, id, entry, rows.GetValueOrDefault(id));
            }
        }
    }

    private void Flush(Guid accountId, Guid id, BodyWeight? entry, BodyWeightRow? row)
    {
        if (entry is null)
        {
            if (row is not null)
            {
                db.BodyWeights.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            fresh.Add(row = new() { AccountId = accountId, Id = id });
        }

        (row.MeasuredAt, row.Data) = (Times.AsStored(entry.MeasuredAt), StoredJson.Write(entry));
    }
}
