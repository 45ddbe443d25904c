using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

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
    private const string Lock =
        "UPDATE streams SET active = active WHERE account_id = {0} AND active RETURNING head;"
        + "SELECT count(*) FROM sessions WHERE id = {3} AND account_id = {0};"
        + "SELECT fingerprint, answer FROM commands WHERE account_id = {0} AND command_id = {1};";

    private const string Wanted = "SELECT key, data FROM projections WHERE account_id = {0} AND key ";

    // A set without an exercise goes to the entry in focus: its records come along, as nobody knows beforehand which it is.
    private const string FocusOnPostgres =
        """
        (SELECT 'personal_records:' || (entry ->> 'exerciseId') FROM projections w, jsonb_array_elements(w.data -> 'exercises') entry
         WHERE w.account_id = {0} AND w.key = 'current_workout' AND entry ->> 'id' = w.data ->> 'focusEntryId')
        """;

    private const string FocusOnSqlite =
        """
        (SELECT 'personal_records:' || (entry.value ->> 'exerciseId') FROM projections w, json_each(w.data, '$.exercises') entry
         WHERE w.account_id = {0} AND w.key = 'current_workout' AND entry.value ->> 'id' = w.data ->> 'focusEntryId')
        """;

    private const string OnPostgres = Lock + Wanted + "= ANY({2}) UNION ALL " + Wanted + "= " + FocusOnPostgres + " AND key <> ALL({2})";

    private const string OnSqlite = Lock + Wanted + "IN (SELECT value FROM json_each({2})) UNION ALL "
        + Wanted + "= " + FocusOnSqlite + " AND key NOT IN (SELECT value FROM json_each({2}))";

    /// <summary>Takes the lock; null when the account is gone.</summary>
    public static async Task<LockedStream?> Take(
        TitanDbContext db, Guid accountId, Guid? sessionId, Guid commandId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        object documentKeys = db.Database.IsSqlite() ? StoredJson.Write(keys) : keys.ToArray();
        await using var results = await Send(
            db, db.Database.IsSqlite() ? OnSqlite : OnPostgres, [accountId, commandId, documentKeys, sessionId ?? Guid.Empty], cancellationToken);
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

    // Through the context's own command, so that its transaction, logging and interceptors apply.
    private static Task<RelationalDataReader> Send(TitanDbContext db, string sql, object[] parameters, CancellationToken cancellationToken)
    {
        var command = db.GetService<IRawSqlCommandBuilder>().Build(sql, parameters, db.Model);
        return command.RelationalCommand.ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                db.GetService<IRelationalConnection>(),
                command.ParameterValues,
                readerColumns: null,
                db,
                db.GetService<IRelationalCommandDiagnosticsLogger>(),
                CommandSource.FromSqlQuery),
            cancellationToken);
    }
}
