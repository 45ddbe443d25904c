using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed class EventStore(TitanDbContext db, UnitSession session, PendingWrites writes, TimeProvider clock) : IEventStore
{
    public IReadOnlyList<RecordedEvent> Appended => session.Appended;

    public IReadOnlyList<RecordedEvent> Append(IReadOnlyList<DomainEvent> events, DateTimeOffset timestamp)
    {
        var recorded = events.Select(e => Record(e, Times.AsStored(timestamp))).ToList();
        recorded.ForEach(session.Add);
        recorded.ForEach(Write);
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

    private void Write(RecordedEvent recorded) => writes.Add(
        "INSERT INTO events (event_id, account_id, command_id, sequence, timestamp, event_type, payload, schema_version, recorded_at) "
        + "VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8})",
        recorded.EventId, recorded.AccountId, recorded.CommandId, recorded.Sequence, recorded.Timestamp, recorded.Type, new Json(recorded.Payload),
        recorded.SchemaVersion, clock.GetUtcNow());
}
