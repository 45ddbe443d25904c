using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>The account's log. Appending happens inside the transaction that <see cref="IUnitOfWork"/> opened.</summary>
public interface IEventStore
{
    /// <summary>Numbers the events under the locked stream head and adds their rows to the unit of work.</summary>
    IReadOnlyList<RecordedEvent> Append(IReadOnlyList<DomainEvent> events, DateTimeOffset timestamp);

    /// <summary>What this unit of work has appended so far, in order.</summary>
    IReadOnlyList<RecordedEvent> Appended { get; }

    /// <summary>The account's events after a sequence number, in order; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<RecordedEvent>> Read(Guid accountId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The account's latest sequence number; 0 before its first event.</summary>
    Task<long> Head(Guid accountId, CancellationToken cancellationToken);
}

/// <summary>An event with its place in the account's log.</summary>
/// <param name="Event">Null for a stored type this release does not know: kept and skipped.</param>
/// <param name="Payload">The stored JSON, passed through to readers of the feed.</param>
public sealed record RecordedEvent(
    Guid AccountId,
    long Sequence,
    Guid EventId,
    Guid CommandId,
    string Type,
    DateTimeOffset Timestamp,
    int SchemaVersion,
    string Payload,
    DomainEvent? Event);
