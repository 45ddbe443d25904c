using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class EventStore(TitanDbContext db, UnitSession session, TimeProvider clock) : IEventStore
{
    public IReadOnlyList<RecordedEvent> Appended => session.Appended;

    public IReadOnlyList<RecordedEvent> Append(IReadOnlyList<DomainEvent> events, DateTimeOffset timestamp)
    {
        var recorded = events.Select(e => Record(e, Times.AsStored(timestamp))).ToList();
        recorded.ForEach(session.Add);
        db.Events.AddRange(recorded.Select(Row));
        return recorded;
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(
        Guid accountId, long after, int limit, CancellationToken cancellationToken)
    {
        var rows = await db.Events.AsNoTracking()
            .Where(e => e.AccountId == accountId && e.Sequence > after)
            .OrderBy(e => e.Sequence)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Recorded)];
    }

    public Task<long> Head(Guid accountId, CancellationToken cancellationToken) =>
        db.Streams.AsNoTracking().Where(stream => stream.AccountId == accountId).Select(stream => stream.Head).SingleOrDefaultAsync(cancellationToken);

    private static RecordedEvent Recorded(EventRow row) => new(
        row.AccountId, row.Sequence, row.EventId, row.CommandId, row.EventType, row.Timestamp, row.SchemaVersion, row.Payload,
        EventTypes.Read(row.EventType, row.SchemaVersion, row.Payload));

    private RecordedEvent Record(DomainEvent happened, DateTimeOffset timestamp)
    {
        var type = EventTypes.Of(happened);
        return new(
            session.AccountId, session.Next(), Guid.CreateVersion7(), session.CommandId, type.Name, timestamp, type.Version,
            StoredJson.Write(happened, type.Type), happened);
    }

    private EventRow Row(RecordedEvent recorded) => new()
    {
        EventId = recorded.EventId,
        AccountId = recorded.AccountId,
        CommandId = recorded.CommandId,
        Sequence = recorded.Sequence,
        Timestamp = recorded.Timestamp,
        EventType = recorded.Type,
        Payload = recorded.Payload,
        SchemaVersion = recorded.SchemaVersion,
        RecordedAt = clock.GetUtcNow(),
    };
}
