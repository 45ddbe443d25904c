using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace TitanTrakr.Ceiling;

/// <summary>Raw Microsoft.Data.Sqlite: one connection that writes, whose turn callers queue for, and some that read; every statement prepared.</summary>
internal sealed class SqliteStore : IStore
{
    private readonly string _address;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Statements _writer;
    private readonly ConcurrentBag<Statements> _readers = [];

    public SqliteStore(string address) => (_address, _writer) = (address, new Statements(address));

    public async Task<Reply> LogSet(Request request)
    {
        await _turn.WaitAsync();
        try
        {
            _writer.Run("BEGIN IMMEDIATE");
            var (reply, keep) = Log(request);
            _writer.Run(keep ? "COMMIT" : "ROLLBACK");
            return reply;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<Reply> Current(Caller caller) => Read(caller, statements =>
    {
        using var reader = statements.Query(Rows.Current, Id(caller.AccountId));
        return reader.Read()
            ? new Reply(200, Encoding.UTF8.GetBytes(reader.GetString(0)), reader.GetInt32(1))
            : new Reply(204, ReadOnlyMemory<byte>.Empty);
    });

    public Task<Reply> History(Caller caller, Position position) => Read(caller, statements => Page(
        statements.Query(Rows.History, Id(caller.AccountId), position.Ticks, position.Id, position.Limit + 1), position.Limit));

    public Task<Reply> Sessions(Caller caller, string exerciseId, Position position) => Read(caller, statements => Page(
        statements.Query(Rows.Sessions, Id(caller.AccountId), position.Ticks, position.Id, position.Limit + 1, exerciseId), position.Limit));

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private (Reply Reply, bool Keep) Log(Request request)
    {
        var accountId = Id(request.Caller.AccountId);
        if (_writer.Scalar("UPDATE streams SET head = head + 1 WHERE account_id = {0} AND active RETURNING head", accountId) is not long head || !Lives(_writer, request.Caller))
        {
            return (Rows.SessionEnded, false);
        }

        using (var known = _writer.Query("SELECT fingerprint, answer FROM commands WHERE account_id = {0} AND command_id = {1}", accountId, Id(request.CommandId)))
        {
            if (known.Read())
            {
                return (Rows.Known(known.GetString(0), known.GetString(1), request), false);
            }
        }

        var document = (string?)_writer.Scalar("SELECT data FROM projections WHERE account_id = {0} AND key = 'current_workout'", accountId);
        var (written, refusal) = Logging.Decide(request, document);
        if (written is null)
        {
            return (refusal!, false);
        }

        Write(accountId, Id(request.CommandId), request.Fingerprint, head, written);
        return (new Reply(201, Encoding.UTF8.GetBytes(written.Answer), written.Version), true);
    }

    private void Write(string accountId, string commandId, string fingerprint, long head, Written written)
    {
        var at = (written.At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _writer.Run(
            "INSERT INTO events (event_id, account_id, command_id, sequence, timestamp, event_type, payload, schema_version, recorded_at) "
            + "VALUES ({0}, {1}, {2}, {3}, {4}, 'SetLogged', {5}, 1, {4})",
            Id(Guid.CreateVersion7()), accountId, commandId, head, at, written.Event);
        _writer.Run(
            "INSERT INTO commands (account_id, command_id, fingerprint, answer, recorded_at) VALUES ({0}, {1}, {2}, {3}, {4})",
            accountId, commandId, fingerprint, written.Answer, at);
        _writer.Run(
            "UPDATE projections SET data = {1}, updated_at = {2} WHERE account_id = {0} AND key = 'current_workout'", accountId, written.Document, at);
    }

    private Task<Reply> Read(Caller caller, Func<Statements, Reply> read)
    {
        var statements = _readers.TryTake(out var idle) ? idle : new Statements(_address);
        var reply = Lives(statements, caller) ? read(statements) : Rows.SessionEnded;
        _readers.Add(statements);
        return Task.FromResult(reply);
    }

    private static bool Lives(Statements statements, Caller caller) =>
        statements.Scalar("SELECT count(*) FROM sessions WHERE id = {1} AND account_id = {0}", Id(caller.AccountId), Id(caller.SessionId)) is 1L;

    private static Reply Page(SqliteDataReader reader, int limit)
    {
        using (reader)
        {
            var rows = new List<(string, long, string)>();
            while (reader.Read())
            {
                rows.Add((reader.GetString(0), reader.GetInt64(1), reader.GetString(2)));
            }

            return Rows.Page(rows, limit);
        }
    }

    private static string Id(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>A connection with its prepared statements.</summary>
    private sealed class Statements : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly Dictionary<string, SqliteCommand> _prepared = [];

        public Statements(string address)
        {
            _connection = new SqliteConnection(address);
            _connection.Open();
            Run("PRAGMA busy_timeout=5000");
            Run("PRAGMA journal_mode=WAL");
            Run("PRAGMA synchronous=FULL");
            Run("PRAGMA foreign_keys=ON");
            Run("PRAGMA secure_delete=ON");
        }

        public void Run(string sql, params object[] parameters) => Prepared(sql, parameters).ExecuteNonQuery();

        public object? Scalar(string sql, params object[] parameters) => Prepared(sql, parameters).ExecuteScalar();

        public SqliteDataReader Query(string sql, params object[] parameters) => Prepared(sql, parameters).ExecuteReader();

        public void Dispose()
        {
            foreach (var command in _prepared.Values)
            {
                command.Dispose();
            }

            _connection.Dispose();
        }

        private SqliteCommand Prepared(string sql, object[] parameters)
        {
            if (!_prepared.TryGetValue(sql, out var command))
            {
                _prepared[sql] = command = _connection.CreateCommand();
                command.CommandText = string.Format(CultureInfo.InvariantCulture, sql, "$0", "$1", "$2", "$3", "$4", "$5");
                for (var i = 0; i < parameters.Length; i++)
                {
                    command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), parameters[i]);
                }

                command.Prepare();
            }

            for (var i = 0; i < parameters.Length; i++)
            {
                command.Parameters[i].Value = parameters[i];
            }

            return command;
        }
    }
}
