using Microsoft.EntityFrameworkCore.Storage;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class ServedReads(TitanDbContext db, ReadSide reads, TimeProvider clock) : IServedReads
{
    // Whatever was written since the last command that showed it has moved the head, whichever release wrote it.
    private const string Running =
        "SELECT c.answer, CASE WHEN c.answer IS NULL AND p.data->>'status' = 'active' THEN p.data END FROM streams s "
        + "LEFT JOIN commands c ON c.account_id = s.account_id AND c.command_id = s.shown_by AND s.shown_at = s.head "
        + "LEFT JOIN projections p ON p.account_id = s.account_id AND p.key = {1} WHERE s.account_id = {0}";

    private const string One = "SELECT served, CASE WHEN served IS NULL THEN data END FROM workouts WHERE account_id = {0} AND id = {1}";

    private const string Newest = "SELECT served, CASE WHEN served IS NULL THEN data END FROM projections WHERE account_id = {0} AND key = {2}";

    // All that the document holds is newer than any chunk: where one begins after the page does, nothing of it is on the page.
    private const string UnlessOlder = " AND NOT EXISTS (SELECT 1 FROM session_chunks n WHERE n.account_id = {0} AND n.exercise_id = {1} AND n.from_at > {4})";

    private const string Chunks = ";SELECT served, CASE WHEN served IS NULL THEN sessions END FROM session_chunks WHERE account_id = {0} AND exercise_id = {1}";

    public async Task<ServedWorkout?> Current(Guid accountId, CancellationToken cancellationToken)
    {
        await using var found = await Statements.Send(db, Running, [accountId, ProjectionKeys.CurrentWorkout], cancellationToken);
        var row = found.DbDataReader;
        return !await row.ReadAsync(cancellationToken) ? null
            : !row.IsDBNull(0) ? ServedWorkout.RunningIn(row.GetFieldValue<byte[]>(0), clock.GetUtcNow())
            : row.IsDBNull(1) ? null
            : Made(row.GetString(1));
    }

    public async Task<ServedWorkout?> Completed(Guid accountId, Guid workoutId, CancellationToken cancellationToken)
    {
        await using var found = await Statements.Send(db, One, [accountId, workoutId], cancellationToken);
        var row = found.DbDataReader;
        return !await row.ReadAsync(cancellationToken) ? null
            : row.IsDBNull(0) ? Made(row.GetString(1))
            : ServedWorkout.Of(row.GetFieldValue<byte[]>(0));
    }

    public async Task<IReadOnlyList<ServedItem>> History(Guid accountId, HistoryFilter filter, CancellationToken cancellationToken)
    {
        var from = await reads.Context(cancellationToken);
        var (sql, values) = HistoryStatement.OfServed(from, accountId, filter);
        await using var found = await Statements.Send(from, sql, values, cancellationToken);
        var (row, items) = (found.DbDataReader, new List<ServedItem>());
        while (await row.ReadAsync(cancellationToken))
        {
            items.Add(new(Times.Read(row, 0), row.GetGuid(1), row.IsDBNull(2) ? Made(row.GetString(3)).Json : row.GetFieldValue<byte[]>(2)));
        }

        return items;
    }

    public async Task<IReadOnlyList<ServedItem>> Sessions(
        Guid accountId, string exerciseId, SessionKey? before, int limit, CancellationToken cancellationToken)
    {
        var from = await reads.Context(cancellationToken);
        var sql = (before is null ? Newest + Chunks : Newest + UnlessOlder + Chunks + " AND from_at <= {4}") + " ORDER BY from_at DESC, from_id DESC LIMIT {3}";
        // The newest chunk may be cut by the page's beginning.
        for (var most = (limit / ExerciseHistory.Sealed) + 2; ; most *= 4)
        {
            object[] values = [accountId, exerciseId, ProjectionKeys.ExerciseHistory(exerciseId), most, .. before is { } key ? [Times.Parameter(from, key.StartedAt)] : Array.Empty<object>()];
            await using var found = await Statements.Send(from, sql, values, cancellationToken);
            var (sessions, chunks) = await Sessions(found, before, limit, cancellationToken);
            // Chunks that deletions have left small may be too few; then more of them are read.
            if (sessions.Count == limit || chunks < most)
            {
                return sessions;
            }
        }
    }

    // A chunk's are newer than the next one's, as the document's are newer than all.
    private static async Task<(List<ServedItem> Sessions, int Chunks)> Sessions(
        RelationalDataReader found, SessionKey? before, int limit, CancellationToken cancellationToken)
    {
        var (row, sessions, parts) = (found.DbDataReader, new List<ServedItem>(limit), 0);
        if (await row.ReadAsync(cancellationToken))
        {
            Add(row.IsDBNull(0) ? StoredJson.Read<ExerciseHistory>(row.GetString(1))!.Served() : row.GetFieldValue<byte[]>(0));
        }

        await row.NextResultAsync(cancellationToken);
        for (; await row.ReadAsync(cancellationToken); parts++)
        {
            if (sessions.Count < limit)
            {
                Add(row.IsDBNull(0) ? SessionLines.Write(StoredJson.Read<List<Session>>(row.GetString(1))!.AsEnumerable().Reverse()) : row.GetFieldValue<byte[]>(0));
            }
        }

        return (sessions, parts);

        void Add(byte[] lines) => sessions.AddRange(SessionLines.Read(lines)
            .Where(session => before is not { } key || new SessionKey(session.At, session.Id).IsBefore(key))
            .Take(limit - sessions.Count));
    }

    private ServedWorkout Made(string data) => ServedWorkout.Of(WorkoutView.Of(StoredJson.Read<Workout>(data)!, clock.GetUtcNow()));
}
