using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Gathers what was added and taken off; the rows are read only when it is written.</summary>
internal sealed class TrainingSums(TitanDbContext db, UnitSession session, NewRows fresh, ReadSide reads) : ITrainingSums, IUnitPart
{
    private readonly Dictionary<(Guid AccountId, DateTimeOffset Slot), TrainingSum> _changes = [];

    public bool HasChanges => _changes.Count > 0;

    public void Add(Guid accountId, DateTimeOffset slot, TrainingSum sum) => _changes[(accountId, slot)] = Change(accountId, slot).Plus(sum);

    public void Subtract(Guid accountId, DateTimeOffset slot, TrainingSum sum) => _changes[(accountId, slot)] = Change(accountId, slot).Minus(sum);

    public async Task<TrainingRead> Read(Guid accountId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT settings FROM accounts WHERE id = {0};"
            + "SELECT slot, CASE WHEN slot >= {1} AND slot < {2} THEN data END FROM aggregates WHERE account_id = {0} ORDER BY slot;"
            + "SELECT data FROM exercises WHERE account_id = {0}";
        var sqlite = db.Database.IsSqlite();
        object[] parameters = sqlite
            ? [accountId, Times.ToMicroseconds(from), Times.ToMicroseconds(to)]
            : [accountId, from.ToUniversalTime(), to.ToUniversalTime()];
        await using var results = await Statements.Send(await reads.Context(cancellationToken), Sql, parameters, cancellationToken);
        var reader = results.DbDataReader;
        var settings = await reader.ReadAsync(cancellationToken) ? StoredJson.Read<AccountSettings>(reader.GetString(0))! : new AccountSettings();
        await reader.NextResultAsync(cancellationToken);
        var slots = new List<TrainingSlot>();
        while (await reader.ReadAsync(cancellationToken))
        {
            slots.Add(new(
                sqlite ? Times.FromMicroseconds(reader.GetInt64(0)) : await reader.GetFieldValueAsync<DateTimeOffset>(0, cancellationToken),
                await reader.IsDBNullAsync(1, cancellationToken) ? null : StoredJson.Read<TrainingSum>(reader.GetString(1))));
        }

        // What this unit of work adds is there before it is written.
        slots.AddRange(_changes.Where(change => change.Key.AccountId == accountId).Select(change => new TrainingSlot(change.Key.Slot, change.Key.Slot >= from && change.Key.Slot < to ? change.Value : null)));

        await reader.NextResultAsync(cancellationToken);
        var own = new List<Exercise>();
        while (await reader.ReadAsync(cancellationToken))
        {
            own.Add(StoredJson.Read<Exercise>(reader.GetString(0))!);
        }

        return new TrainingRead(settings, slots, own);
    }

    public void Reset() => _changes.Clear();

    public async Task Flush(CancellationToken cancellationToken)
    {
        foreach (var account in _changes.Where(change => !IsNothing(change.Value)).GroupBy(change => change.Key.AccountId))
        {
            var slots = account.Select(change => change.Key.Slot).ToList();
            var rows = session.Blank == account.Key ? [] : await db.Aggregates.Where(a => a.AccountId == account.Key && slots.Contains(a.Slot))
                .ToDictionaryAsync(a => a.Slot, cancellationToken);
            foreach (var ((accountId, slot), change) in account)
            {
                Flush(accountId, slot, change, rows.GetValueOrDefault(slot));
            }
        }
    }

    private static bool IsNothing(TrainingSum sum) => sum is { Sessions: 0, DurationSeconds: 0, VolumeKg: 0, Sets.Count: 0 };

    private TrainingSum Change(Guid accountId, DateTimeOffset slot) => _changes.GetValueOrDefault((accountId, slot), TrainingSum.Zero);

    private void Flush(Guid accountId, DateTimeOffset slot, TrainingSum change, AggregateRow? row)
    {
        var sum = (row is null ? TrainingSum.Zero : StoredJson.Read<TrainingSum>(row.Data)!).Plus(change);
        if (sum.Sessions == 0)
        {
            if (row is not null)
            {
                db.Aggregates.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            fresh.Add(row = new() { AccountId = accountId, Slot = slot });
        }

        row.Data = StoredJson.Write(sum);
    }
}
