using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class Limits(TitanDbContext db, WriterGate gate, TimeProvider clock) : ILimits
{
    private const int OneInSoMany = 500;

    public async Task<LimitHit?> Count(IReadOnlyCollection<Quota> quotas, CancellationToken cancellationToken)
    {
        if (quotas.Count == 0)
        {
            return null;
        }

        using var turn = await gate.Enter(cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        // In one order for everybody, so that two requests never wait for each other.
        var keyed = quotas.ToDictionary(KeyOf).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var counted = await Hit(now, keyed, cancellationToken);
        if (Random.Shared.Next(OneInSoMany) == 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM limits WHERE ends_at < {now}", cancellationToken);
        }

        return counted
            .Join(keyed, row => row.Key, pair => pair.Key, (row, pair) => (Row: row, Quota: pair.Value))
            .Where(pair => pair.Row.Count > pair.Quota.Most)
            .OrderByDescending(pair => pair.Row.EndsAt)
            .Select(pair => new LimitHit(pair.Quota.Name, Wait(pair.Row.EndsAt - now), pair.Row.Count == pair.Quota.Most + 1))
            .FirstOrDefault();
    }

    private Task<List<Counted>> Hit(long now, List<KeyValuePair<string, Quota>> keyed, CancellationToken cancellationToken)
    {
        List<object> values = [now];
        foreach (var (key, quota) in keyed)
        {
            values.Add(key);
            values.Add(now + (long)quota.Window.TotalMilliseconds);
        }

        return db.Database.SqlQueryRaw<Counted>(Statement(keyed.Count), [.. values]).ToListAsync(cancellationToken);
    }

    private static string Statement(int rows)
    {
        var values = Enumerable.Range(0, rows).Select(row => $"({{{1 + (2 * row)}}}, 1, {{{2 + (2 * row)}}})");
        return $$"""
            INSERT INTO limits AS l (key, count, ends_at) VALUES {{string.Join(", ", values)}}
            ON CONFLICT (key) DO UPDATE SET
                count = CASE WHEN l.ends_at <= {0} THEN 1 ELSE l.count + 1 END,
                ends_at = CASE WHEN l.ends_at <= {0} THEN excluded.ends_at ELSE l.ends_at END
            RETURNING key AS "Key", count AS "Count", ends_at AS "EndsAt"
            """;
    }

    private static string KeyOf(Quota quota) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{quota.Name}\n{quota.Subject}")));

    private static TimeSpan Wait(long milliseconds) => TimeSpan.FromMilliseconds(Math.Max(milliseconds, 1));

    private sealed record Counted(string Key, int Count, long EndsAt);
}
