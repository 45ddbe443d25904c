using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.History;

/// <summary>What happened to the log of body weight: a closed family.</summary>
public abstract record BodyWeightEvent(Guid EntryId) : DomainEvent;

/// <summary>The body weighed so much.</summary>
public sealed record BodyWeightLogged(Guid EntryId, Load Weight, DateTimeOffset MeasuredAt, string? Note) : BodyWeightEvent(EntryId);

/// <summary>An entry was taken away.</summary>
public sealed record BodyWeightRemoved(Guid EntryId) : BodyWeightEvent(EntryId);
