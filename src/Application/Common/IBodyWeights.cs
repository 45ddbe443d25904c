using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>The log of body weight, a row an entry, paged by keyset (measured at, id), newest first.</summary>
public interface IBodyWeights
{
    /// <summary>The entry, or null.</summary>
    Task<BodyWeight?> Find(Guid accountId, Guid entryId, CancellationToken cancellationToken);

    /// <summary>A page of entries before a position.</summary>
    Task<IReadOnlyList<BodyWeight>> Page(Guid accountId, (DateTimeOffset At, Guid Id)? before, int limit, CancellationToken cancellationToken);

    /// <summary>Adds or replaces an entry with the unit of work.</summary>
    void Store(Guid accountId, BodyWeight entry);

    /// <summary>Takes an entry away with the unit of work.</summary>
    void Remove(Guid accountId, Guid entryId);
}

/// <summary>What the body weighed, as entered.</summary>
public sealed record BodyWeight(Guid Id, Load Weight, DateTimeOffset MeasuredAt, string? Note);
