using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class SessionChunks(TitanDbContext db, UnitSession session, NewRows fresh) : ISessionChunks, IUnitPart
{
    private const int MostKept = 1000;

    private readonly HashSet<(Guid AccountId, string ExerciseId)> _listed = [];
    private readonly Dictionary<(Guid AccountId, string ExerciseId), Dictionary<int, Chunk>> _known = [];

    public bool HasChanges => _known.Count > 0;

    public async Task Prefetch(Guid accountId, IReadOnlyCollection<string> exerciseIds, CancellationToken cancellationToken)
    {
        var missing = exerciseIds.Distinct().Where(id => _listed.Add((accountId, id))).ToList();
        if (missing.Count == 0 || session.Blank == accountId)
        {
            return;
        }

        var rows = await db.SessionChunks.Where(c => c.AccountId == accountId && missing.Contains(c.ExerciseId))
            .Select(c => new { c.ExerciseId, c.Number, c.Summary })
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            // What this unit of work has put there already is newer.
            At(accountId, row.ExerciseId).TryAdd(row.Number, new() { Exists = true, Summary = StoredJson.Read<SessionChunk>(row.Summary) });
        }
    }

    public async Task<IReadOnlyList<SessionChunk>> List(Guid accountId, string exerciseId, CancellationToken cancellationToken)
    {
        await Prefetch(accountId, [exerciseId], cancellationToken);
        var chunks = At(accountId, exerciseId).Values.Select(chunk => chunk.Summary).OfType<SessionChunk>().ToList();
        chunks.Sort((one, other) => one.From.IsBefore(other.From) ? -1 : 1);
        return chunks;
    }

    public async Task<IReadOnlyList<Session>> Sessions(Guid accountId, string exerciseId, int number, CancellationToken cancellationToken)
    {
        var chunk = At(accountId, exerciseId)[number];
        return chunk.Sessions ??= StoredJson.Read<List<Session>>(await db.SessionChunks
            .Where(c => c.AccountId == accountId && c.ExerciseId == exerciseId && c.Number == number)
            .Select(c => c.Sessions)
            .SingleAsync(cancellationToken))!;
    }

    public void Store(Guid accountId, string exerciseId, int number, IReadOnlyList<Session> sessions)
    {
        var chunk = Changed(accountId, exerciseId, number);
        (chunk.Summary, chunk.Sessions) = (SessionChunk.Of(number, sessions), sessions);
    }

    public void Remove(Guid accountId, string exerciseId, int number)
    {
        var chunk = Changed(accountId, exerciseId, number);
        (chunk.Summary, chunk.Sessions) = (null, null);
    }

    public void Reset()
    {
        _listed.Clear();
        _known.Clear();
    }

    // A replay asks for the same lists again and again: they are kept, but not what the chunks hold, and only so many.
    public void Settle()
    {
        if (_known.Values.Sum(chunks => chunks.Count) > MostKept)
        {
            Reset();
        }

        foreach (var chunks in _known.Values)
        {
            foreach (var (number, chunk) in chunks.ToList())
            {
                if (!chunk.Settle())
                {
                    chunks.Remove(number);
                }
            }
        }
    }

    public Task Flush(CancellationToken cancellationToken)
    {
        foreach (var ((accountId, exerciseId), chunks) in _known)
        {
            foreach (var (number, chunk) in chunks.Where(chunk => chunk.Value.IsChanged))
            {
                Flush(new() { AccountId = accountId, ExerciseId = exerciseId, Number = number }, chunk);
            }
        }

        return Task.CompletedTask;
    }

    private void Flush(SessionChunkRow row, Chunk chunk)
    {
        if (chunk.Exists)
        {
            db.SessionChunks.Attach(row);
        }

        if (chunk.Summary is null)
        {
            if (chunk.Exists)
            {
                db.SessionChunks.Remove(row);
            }

            return;
        }

        if (!chunk.Exists)
        {
            fresh.Add(row);
        }

        row.FromId = chunk.Summary.From.WorkoutId;
        row.FromAt = Times.AsStored(chunk.Summary.From.StartedAt);
        row.Summary = StoredJson.Write(chunk.Summary);
        row.Sessions = StoredJson.Write(chunk.Sessions);
        row.Served = SessionLines.Write(chunk.Sessions!.Reverse());
    }

    private Chunk Changed(Guid accountId, string exerciseId, int number)
    {
        var known = At(accountId, exerciseId);
        if (!known.TryGetValue(number, out var chunk))
        {
            // A number not seen before is a new one: it is never given twice.
            known[number] = chunk = new();
        }

        chunk.IsChanged = true;
        return chunk;
    }

    private Dictionary<int, Chunk> At(Guid accountId, string exerciseId)
    {
        if (!_known.TryGetValue((accountId, exerciseId), out var chunks))
        {
            _known[(accountId, exerciseId)] = chunks = [];
        }

        return chunks;
    }

    private sealed class Chunk
    {
        public bool Exists { get; set; }

        public bool IsChanged { get; set; }

        /// <summary>Null once it is taken away.</summary>
        public SessionChunk? Summary { get; set; }

        public IReadOnlyList<Session>? Sessions { get; set; }

        /// <summary>It is stored as it is; false where that is not at all.</summary>
        public bool Settle()
        {
            (Exists, IsChanged, Sessions) = (true, false, null);
            return Summary is not null;
        }
    }
}
