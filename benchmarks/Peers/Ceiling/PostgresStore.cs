using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace TitanTrakr.Ceiling;

/// <summary>Raw Npgsql: a set in two round trips, a read in one; every statement prepared.</summary>
internal sealed class PostgresStore(string address) : IStore
{
    private const string Session = "SELECT count(*) FROM sessions WHERE id = $2 AND account_id = $1";

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address)
    {
        MaxAutoPrepare = 50,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
    });

    public async Task<Reply> LogSet(Request request)
    {
        await using var connection = await _source.OpenConnectionAsync();
        var (head, known, document) = await Take(connection, request);
        var (written, refusal) = known is null && head is not null ? Logging.Decide(request, document) : (null, known ?? Rows.SessionEnded);
        if (written is null)
        {
            await Send(connection, Plain("ROLLBACK"));
            return refusal!;
        }

        await Write(connection, request, head!.Value, written);
        return new Reply(201, Encoding.UTF8.GetBytes(written.Answer), written.Version);
    }

    public Task<Reply> Current(Caller caller) => Read(
        caller, With(Numbered(Rows.Current), caller.AccountId), async reader => await reader.ReadAsync()
            ? new Reply(200, Encoding.UTF8.GetBytes(reader.GetString(0)), reader.GetInt32(1))
            : new Reply(204, ReadOnlyMemory<byte>.Empty));

    public Task<Reply> History(Caller caller, Position position) => Read(
        caller,
        With(Numbered(Rows.History), caller.AccountId, position.Ticks, position.Id, (long)position.Limit + 1),
        reader => Page(reader, position.Limit));

    public Task<Reply> Sessions(Caller caller, string exerciseId, Position position) => Read(
        caller,
        With(Numbered(Rows.Sessions), caller.AccountId, position.Ticks, position.Id, (long)position.Limit + 1, exerciseId),
        reader => Page(reader, position.Limit));

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<(long? Head, Reply? Known, string? Document)> Take(NpgsqlConnection connection, Request request)
    {
        var caller = request.Caller;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Plain("BEGIN"),
                With("UPDATE streams SET head = head + 1 WHERE account_id = $1 AND active RETURNING head", caller.AccountId),
                With(Session, caller.AccountId, caller.SessionId),
                With("SELECT fingerprint, answer FROM commands WHERE account_id = $1 AND command_id = $2", caller.AccountId, request.CommandId),
                With("SELECT data FROM projections WHERE account_id = $1 AND key = 'current_workout'", caller.AccountId),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        var head = await reader.ReadAsync() ? reader.GetInt64(0) : (long?)null;
        await reader.NextResultAsync();
        head = await reader.ReadAsync() && reader.GetInt64(0) == 1 ? head : null;
        await reader.NextResultAsync();
        var known = await reader.ReadAsync() && head is not null ? Rows.Known(reader.GetString(0), reader.GetString(1), request) : null;
        await reader.NextResultAsync();
        return (head, known, await reader.ReadAsync() ? reader.GetString(0) : null);
    }

    private static Task Write(NpgsqlConnection connection, Request request, long head, Written written)
    {
        var (accountId, commandId) = (request.Caller.AccountId, request.CommandId);
        return Send(
            connection,
            With(
                "INSERT INTO events (event_id, account_id, command_id, sequence, timestamp, event_type, payload, schema_version, recorded_at) "
                + "VALUES ($1, $2, $3, $4, $5, 'SetLogged', $6, 1, $5)",
                Guid.CreateVersion7(), accountId, commandId, head, written.At, Json(written.Event)),
            With(
                "INSERT INTO commands (account_id, command_id, fingerprint, answer, recorded_at) VALUES ($1, $2, $3, $4, $5)",
                accountId, commandId, request.Fingerprint, written.Answer, written.At),
            With(
                "UPDATE projections SET data = $2, updated_at = $3 WHERE account_id = $1 AND key = 'current_workout'",
                accountId, Json(written.Document), written.At),
            Plain("COMMIT"));
    }

    private static async Task Send(NpgsqlConnection connection, params NpgsqlBatchCommand[] commands)
    {
        await using var batch = new NpgsqlBatch(connection);
        Array.ForEach(commands, batch.BatchCommands.Add);
        await batch.ExecuteNonQueryAsync();
    }

    private async Task<Reply> Read(Caller caller, NpgsqlBatchCommand command, Func<NpgsqlDataReader, Task<Reply>> read)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { With(Session, caller.AccountId, caller.SessionId), command } };
        await using var reader = await batch.ExecuteReaderAsync();
        if (!await reader.ReadAsync() || reader.GetInt64(0) == 0)
        {
            return Rows.SessionEnded;
        }

        await reader.NextResultAsync();
        return await read(reader);
    }

    private static async Task<Reply> Page(NpgsqlDataReader reader, int limit)
    {
        var rows = new List<(string, long, string)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1), reader.GetString(2)));
        }

        return Rows.Page(rows, limit);
    }

    private static string Numbered(string sql) => string.Format(CultureInfo.InvariantCulture, sql, "$1", "$2", "$3", "$4", "$5");

    private static NpgsqlBatchCommand Plain(string sql) => new(sql);

    private static NpgsqlBatchCommand With(string sql, params object[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter as NpgsqlParameter ?? new NpgsqlParameter { Value = parameter });
        }

        return command;
    }

    private static NpgsqlParameter Json(string text) => new() { Value = text, NpgsqlDbType = NpgsqlDbType.Jsonb };
}
