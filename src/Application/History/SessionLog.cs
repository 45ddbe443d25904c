using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.History;

/// <summary>
/// All sessions of an exercise in order: the newest in its document, older ones in chunks. A change touches the document or one chunk,
/// however many there are; two where one is split, made or emptied.
/// </summary>
public sealed class SessionLog(IProjections projections, ISessionChunks chunks)
{
    /// <summary>Puts a session in the place of another, either of which may be missing, and answers the newest ones after it.</summary>
    public async Task<ExerciseHistory> Replace(
        Guid accountId, string exerciseId, Session? was, Session? now, CancellationToken cancellationToken)
    {
        var history = await Load(accountId, exerciseId, cancellationToken);
        history = was is null ? history : await Remove(accountId, history, was.Key(), cancellationToken);
        history = now is null ? history : await Insert(accountId, history, now, cancellationToken);
        // The number of the next chunk outlives the sessions.
        var kept = history is { Sessions: [], Chunks: 0 } ? null : history;
        projections.Store(accountId, ProjectionKeys.ExerciseHistory(exerciseId), kept);
        return history;
    }

    /// <summary>The last session before a key, and the records up to there.</summary>
    public async Task<(Session? Last, IReadOnlyList<PersonalRecord> Bests)> Before(
        Guid accountId, string exerciseId, SessionKey key, CancellationToken cancellationToken)
    {
        var history = await Load(accountId, exerciseId, cancellationToken);
        SessionChunk[] older = [.. (await Chunks(accountId, history, cancellationToken)).Where(chunk => chunk.From.IsBefore(key))];
        var whole = older.Where(chunk => chunk.To.IsBefore(key)).ToList();
        IReadOnlyList<Session> cut = whole.Count < older.Length
            ? await chunks.Sessions(accountId, exerciseId, older[^1].Number, cancellationToken)
            : [];
        Session[] rest = [.. cut.Concat(history.Sessions.Reverse()).Where(session => session.Key().IsBefore(key))];
        var bests = whole.Select(chunk => chunk.Bests).Aggregate<IReadOnlyList<PersonalRecord>, IReadOnlyList<PersonalRecord>>([], Records.Join);
        var last = rest.Length > 0 ? rest[^1]
            : whole.Count > 0 ? (await chunks.Sessions(accountId, exerciseId, whole[^1].Number, cancellationToken))[^1]
            : null;
        return (last, rest.Aggregate(bests, Records.After));
    }

    private async Task<ExerciseHistory> Load(Guid accountId, string exerciseId, CancellationToken cancellationToken) =>
        await projections.Load<ExerciseHistory>(accountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken)
        ?? ExerciseHistory.None(exerciseId);

    private async Task<IReadOnlyList<SessionChunk>> Chunks(Guid accountId, ExerciseHistory history, CancellationToken cancellationToken) =>
        history.Chunks == 0 ? [] : await chunks.List(accountId, history.ExerciseId, cancellationToken);

    private async Task<ExerciseHistory> Remove(Guid accountId, ExerciseHistory history, SessionKey key, CancellationToken cancellationToken)
    {
        if (history.Sessions.Any(session => session.Key() == key))
        {
            var left = history with { Sessions = [.. history.Sessions.Where(session => session.Key() != key)] };
            return left.Sessions.Count > 0 ? left : await Refill(accountId, left, cancellationToken);
        }

        var chunk = (await Chunks(accountId, history, cancellationToken)).Last(chunk => !key.IsBefore(chunk.From));
        var sessions = await chunks.Sessions(accountId, history.ExerciseId, chunk.Number, cancellationToken);
        Put(accountId, history.ExerciseId, chunk.Number, [.. sessions.Where(session => session.Key() != key)]);
        return history;
    }

    // The document always holds the newest: when it has none left, those of the last chunk are.
    private async Task<ExerciseHistory> Refill(Guid accountId, ExerciseHistory history, CancellationToken cancellationToken)
    {
        if (await Chunks(accountId, history, cancellationToken) is not [.., var last])
        {
            return history;
        }

        var sessions = await chunks.Sessions(accountId, history.ExerciseId, last.Number, cancellationToken);
        chunks.Remove(accountId, history.ExerciseId, last.Number);
        return history with { Sessions = [.. sessions.Reverse()] };
    }

    private async Task<ExerciseHistory> Insert(Guid accountId, ExerciseHistory history, Session session, CancellationToken cancellationToken)
    {
        var isRecent = history.Sessions is [.., var oldest] && oldest.Key().IsBefore(session.Key());
        var list = isRecent ? [] : await Chunks(accountId, history, cancellationToken);
        if (list is [] || list[^1].To.IsBefore(session.Key()))
        {
            return Seal(accountId, history with { Sessions = [.. Placed([.. history.Sessions.Reverse()], session).Reverse()] });
        }

        var number = (list.LastOrDefault(chunk => chunk.From.IsBefore(session.Key())) ?? list[0]).Number;
        var sessions = Placed(await chunks.Sessions(accountId, history.ExerciseId, number, cancellationToken), session);
        if (sessions.Count <= ExerciseHistory.Most)
        {
            Put(accountId, history.ExerciseId, number, sessions);
            return history;
        }

        Put(accountId, history.ExerciseId, number, [.. sessions.Take(sessions.Count / 2)]);
        Put(accountId, history.ExerciseId, history.Chunks, [.. sessions.Skip(sessions.Count / 2)]);
        return history with { Chunks = history.Chunks + 1 };
    }

    private ExerciseHistory Seal(Guid accountId, ExerciseHistory history)
    {
        if (history.Sessions.Count <= ExerciseHistory.Most)
        {
            return history;
        }

        Put(accountId, history.ExerciseId, history.Chunks, [.. history.Sessions.TakeLast(ExerciseHistory.Sealed).Reverse()]);
        return history with { Chunks = history.Chunks + 1, Sessions = [.. history.Sessions.SkipLast(ExerciseHistory.Sealed)] };
    }

    private void Put(Guid accountId, string exerciseId, int number, IReadOnlyList<Session> sessions)
    {
        if (sessions.Count == 0)
        {
            chunks.Remove(accountId, exerciseId, number);
        }
        else
        {
            chunks.Store(accountId, exerciseId, number, sessions);
        }
    }

    private static IReadOnlyList<Session> Placed(IReadOnlyList<Session> sessions, Session session) =>
        [.. sessions.Where(other => other.Key().IsBefore(session.Key())), session, .. sessions.Where(other => session.Key().IsBefore(other.Key()))];
}
