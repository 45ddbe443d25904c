using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Documents of this scope: read once, and written as one row each when the unit of work ends.</summary>
internal sealed class Projections(TitanDbContext db, UnitSession session, PendingWrites writes, TimeProvider clock) : IProjections, IUnitPart
{
    private const int MostKept = 200;

    private readonly Dictionary<Place, Document> _documents = [];

    public bool HasChanges => _documents.Count > 0;

    public async Task Prefetch(Guid accountId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var missing = keys.Distinct().Where(k => !(_documents.TryGetValue(new(accountId, k), out var d) && d.Known)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var rows = session.Blank == accountId ? [] : await db.Projections
            .Where(p => p.AccountId == accountId && missing.Contains(p.Key))
            .Select(p => new ProjectionRow { AccountId = p.AccountId, Key = p.Key, Data = p.Data })
            .ToListAsync(cancellationToken);
        Fill(accountId, missing, rows);
    }

    /// <summary>Takes in what was read of these keys, and whatever came with it: a key without a row has no document.</summary>
    public void Fill(Guid accountId, IReadOnlyCollection<string> keys, IReadOnlyList<ProjectionRow> rows)
    {
        foreach (var key in keys)
        {
            At(accountId, key).Known = true;
        }

        foreach (var row in rows)
        {
            var document = At(accountId, row.Key);
            (document.Known, document.Row) = (true, row);
        }
    }

    public async Task<T?> Load<T>(Guid accountId, string key, CancellationToken cancellationToken)
        where T : class
    {
        var document = At(accountId, key);
        if (document.Changed)
        {
            return (T?)document.Value;
        }

        await Prefetch(accountId, [key], cancellationToken);
        if (document.Row is { } row)
        {
            // Its text is let go of: a unit of work waits long for its database, and many wait at a time.
            (document.Value, document.Row) = (StoredJson.Read<T>(row.Data), null);
        }

        return (T?)document.Value;
    }

    public async Task<IReadOnlyList<T>> Page<T>(Guid accountId, string prefix, string after, int limit, CancellationToken cancellationToken)
        where T : class
    {
        var from = prefix + after;
        var page = await db.Projections.AsNoTracking()
            .Where(p => p.AccountId == accountId && p.Key.StartsWith(prefix) && string.Compare(p.Key, from) > 0)
            .OrderBy(p => p.Key)
            .Take(limit)
            .Select(p => p.Data)
            .ToListAsync(cancellationToken);
        return [.. page.Select(data => StoredJson.Read<T>(data)!)];
    }

    public void Store<T>(Guid accountId, string key, T? document)
        where T : class
    {
        var stored = At(accountId, key);
        (stored.Value, stored.Changed) = (document, true);
        stored.Write = document is null ? null : () => StoredJson.Write(document);
    }

    public void Reset() => _documents.Clear();

    // A replay asks for the same documents batch after batch.
    public void Settle()
    {
        if (_documents.Count > MostKept)
        {
            Reset();
        }

        foreach (var document in _documents.Values.Where(document => document.Changed))
        {
            (document.Changed, document.Known, document.Row) = (false, true, null);
        }
    }

    public Task Flush(CancellationToken cancellationToken)
    {
        foreach (var ((accountId, key), document) in _documents)
        {
            if (!document.Changed)
            {
                continue;
            }

            if (document.Write is null)
            {
                writes.Add("DELETE FROM projections WHERE account_id = {0} AND key = {1}", accountId, key);
            }
            else if (document.Value is IServed served)
            {
                writes.Add(
                    "INSERT INTO projections (account_id, key, data, updated_at, served) VALUES ({0}, {1}, {2}, {3}, {4}) "
                    + "ON CONFLICT (account_id, key) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at, served = excluded.served",
                    accountId, key, new Json(document.Write()), clock.GetUtcNow(), served.Served());
            }
            else
            {
                writes.Add(
                    "INSERT INTO projections (account_id, key, data, updated_at) VALUES ({0}, {1}, {2}, {3}) "
                    + "ON CONFLICT (account_id, key) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at",
                    accountId, key, new Json(document.Write()), clock.GetUtcNow());
            }
        }

        return Task.CompletedTask;
    }

    private Document At(Guid accountId, string key)
    {
        var place = new Place(accountId, key);
        if (!_documents.TryGetValue(place, out var document))
        {
            _documents[place] = document = new();
        }

        return document;
    }

    private sealed record Place(Guid AccountId, string Key);

    private sealed class Document
    {
        /// <summary>Whether the database was asked.</summary>
        public bool Known { get; set; }

        public ProjectionRow? Row { get; set; }

        public object? Value { get; set; }

        public bool Changed { get; set; }

        public Func<string>? Write { get; set; }
    }
}
