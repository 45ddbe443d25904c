using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.Common;

/// <summary>The older sessions of each exercise, in chunks of neighbours: reading many costs few rows, changing one costs one.</summary>
public interface ISessionChunks
{
    /// <summary>Fetches the list of chunks of several exercises in one round trip.</summary>
    Task Prefetch(Guid accountId, IReadOnlyCollection<string> exerciseIds, CancellationToken cancellationToken);

    /// <summary>An exercise's chunks, oldest first, without what they hold.</summary>
    Task<IReadOnlyList<SessionChunk>> List(Guid accountId, string exerciseId, CancellationToken cancellationToken);

    /// <summary>What a chunk holds, oldest first.</summary>
    Task<IReadOnlyList<Session>> Sessions(Guid accountId, string exerciseId, int number, CancellationToken cancellationToken);

    /// <summary>Puts sessions, oldest first and at least one, under a number with the unit of work.</summary>
    void Store(Guid accountId, string exerciseId, int number, IReadOnlyList<Session> sessions);

    /// <summary>Takes a chunk away with the unit of work.</summary>
    void Remove(Guid accountId, string exerciseId, int number);
}

/// <summary>What can be known of a chunk without reading it.</summary>
/// <param name="Number">Unique within the exercise, never used again; says nothing of order.</param>
/// <param name="From">Its first session.</param>
/// <param name="To">Its last session.</param>
/// <param name="Bests">The records within it alone.</param>
/// <param name="Plain">Whether no set in it is marked with a record.</param>
public sealed record SessionChunk(int Number, SessionKey From, SessionKey To, IReadOnlyList<PersonalRecord> Bests, bool Plain = false)
{
    /// <summary>The chunk that these sessions make.</summary>
    public static SessionChunk Of(int number, IReadOnlyList<Session> sessions) => new(
        number, sessions[0].Key(), sessions[^1].Key(), new Deferred<PersonalRecord>(() => sessions.Aggregate<Session, IReadOnlyList<PersonalRecord>>([], Records.After)),
        sessions.All(session => session.Sets.All(set => set.Records.Count == 0)));
}
