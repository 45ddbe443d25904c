namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>What the first round trip of a unit of work brings: the log's head, what an earlier run of the command left, and documents.</summary>
/// <param name="SessionLives">Whether the session that asks was not ended meanwhile; true where there is none.</param>
internal sealed record LockedStream(long Head, bool SessionLives, string? Fingerprint, string? Answer, IReadOnlyList<ProjectionRow> Documents);

/// <summary>
/// Locks the account's stream, looks the command up and reads the documents that the work needs: several statements in one round trip.
/// They must stay statements of their own: on PostgreSQL each then sees what was committed while the lock was waited for, where parts
/// of one statement would see the moment before.
/// </summary>
internal static class StreamLock
{
    private const string Head = "SELECT head FROM streams WHERE account_id = {0} AND active";

    private const string Lookups =
        ";SELECT count(*) FROM sessions WHERE id = {3} AND account_id = {0};"
        + "SELECT fingerprint, answer FROM commands WHERE account_id = {0} AND command_id = {1};";

    private const string Wanted = "SELECT key, data FROM projections WHERE account_id = {0} AND key ";

    // As one text: for an array the driver would prepare all that it knows of arrays and ranges, at every start. No key has a line end.
    private const string OnPostgres = Head + " FOR NO KEY UPDATE" + Lookups + Wanted + "= ANY(string_to_array({2}, E'\\n'))";

    // The transaction has the writer's lock already.
    private const string OnSqlite = Head + Lookups + Wanted + "IN (SELECT value FROM json_each({2}))";

    /// <summary>Takes the lock; null when the account is gone.</summary>
    public static async Task<LockedStream?> Take(
        TitanDbContext db, Guid accountId, Guid? sessionId, Guid commandId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var documentKeys = db is SqliteTitanDbContext ? StoredJson.Write(keys) : string.Join('\n', keys);
        await using var results = await Statements.Send(
            db, db is SqliteTitanDbContext ? OnSqlite : OnPostgres, [accountId, commandId, documentKeys, sessionId ?? Guid.Empty], cancellationToken);
        var reader = results.DbDataReader;
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var head = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var lives = sessionId is null || reader.GetInt64(0) == 1;
        await reader.NextResultAsync(cancellationToken);
        var known = await reader.ReadAsync(cancellationToken);
        var (fingerprint, answer) = known ? (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)) : (null, null);
        await reader.NextResultAsync(cancellationToken);
        var documents = new List<ProjectionRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            documents.Add(new() { AccountId = accountId, Key = reader.GetString(0), Data = reader.GetString(1) });
        }

        return new LockedStream(head, lives, fingerprint, answer, documents);
    }
}
