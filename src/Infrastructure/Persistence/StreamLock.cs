using Microsoft.EntityFrameworkCore;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>What the first statement of a unit of work brings: the log's head, and what an earlier run of the command left.</summary>
internal sealed class LockedStream
{
    public long Head { get; init; }
    public string? Fingerprint { get; init; }
    public string? Answer { get; init; }
}

internal static class StreamLock
{
    /// <summary>
    /// Locks the account's stream and looks the command up, in one round trip; null when the account is gone.
    /// On PostgreSQL the look-up sees the moment before a wait for the lock: a twin that committed meanwhile shows up as a
    /// violation of the commands' key at the end, and the next try finds it.
    /// </summary>
    public static async Task<LockedStream?> Take(TitanDbContext db, Guid accountId, Guid commandId, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<LockedStream>(
            $"""
            UPDATE streams SET active = active WHERE account_id = {accountId} AND active
            RETURNING head AS "Head",
                (SELECT fingerprint FROM commands WHERE account_id = {accountId} AND command_id = {commandId}) AS "Fingerprint",
                (SELECT answer FROM commands WHERE account_id = {accountId} AND command_id = {commandId}) AS "Answer"
            """).ToListAsync(cancellationToken);
        return rows.SingleOrDefault();
    }
}
