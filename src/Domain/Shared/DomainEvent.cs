namespace TitanTrakr.Domain.Shared;

/// <summary>Something that happened in one account. Closed families derive from it; each has a stored name of its own.</summary>
public abstract record DomainEvent;
