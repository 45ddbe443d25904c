using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Reads an exercise's sessions from its document and its chunks as one list.</summary>
internal static class SessionPages
{
    // A chunk that was split holds half of what one may.
    private const int Expected = ExerciseHistory.Most / 2;

    public static async Task<IReadOnlyList<Session>> Read(
        TitanDbContext db, Guid accountId, string exerciseId, SessionKey? before, int limit, CancellationToken cancellationToken)
    {
        for (var most = (limit / Expected) + 1; ; most *= 4)
        {
            var parts = await Parts(db, accountId, exerciseId, before, most).ToListAsync(cancellationToken);
            var sessions = parts.Where(part => !part.IsChunk).SelectMany(Sessions).Where(Wanted).ToList();
            // The document holds the newest. Where they fill the page, reading the chunk would be most of the work.
            sessions.AddRange(sessions.Count >= limit ? [] : parts.Where(part => part.IsChunk).SelectMany(Sessions).Where(Wanted));
            // Chunks emptied by deletions may be too few; then more of them are.
            if (sessions.Count >= limit || parts.Count(part => part.IsChunk) < most)
            {
                sessions.Sort((one, other) => one.Key().IsBefore(other.Key()) ? 1 : other.Key().IsBefore(one.Key()) ? -1 : 0);
                return [.. sessions.Take(limit)];
            }
        }

        bool Wanted(Session session) => before is not { } key || session.Key().IsBefore(key);
    }

    private static IQueryable<Part> Parts(TitanDbContext db, Guid accountId, string exerciseId, SessionKey? before, int most)
    {
        var key = ProjectionKeys.ExerciseHistory(exerciseId);
        var chunks = db.SessionChunks.Where(c => c.AccountId == accountId && c.ExerciseId == exerciseId);
        chunks = before is { StartedAt: var at } ? chunks.Where(c => c.FromAt <= at) : chunks;
        return db.Projections.Where(p => p.AccountId == accountId && p.Key == key).Select(p => new Part { IsChunk = false, Data = p.Data })
            .Concat(chunks.OrderByDescending(c => c.FromAt).ThenByDescending(c => c.FromId).Take(most)
                .Select(c => new Part { IsChunk = true, Data = c.Sessions }));
    }

    private static IReadOnlyList<Session> Sessions(Part part) =>
        part.IsChunk ? StoredJson.Read<List<Session>>(part.Data)! : StoredJson.Read<ExerciseHistory>(part.Data)!.Sessions;

    private sealed class Part
    {
        public bool IsChunk { get; init; }

        public string Data { get; init; } = "";
    }
}
