using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Templates;

/// <summary>What can happen to an account's templates. Closed: a switch over it needs no catch-all.</summary>
public abstract record TemplateEvent : DomainEvent
{
    private TemplateEvent()
    {
    }

    /// <summary>A template came to be, last in order.</summary>
    public sealed record TemplateCreated(Guid TemplateId, string Name, string? Note, IReadOnlyList<TemplateExercise> Exercises) : TemplateEvent;

    /// <summary>It is this now, as a whole.</summary>
    public sealed record TemplateChanged(Guid TemplateId, string Name, string? Note, IReadOnlyList<TemplateExercise> Exercises) : TemplateEvent;

    /// <summary>It is gone; workouts that were started from it stay as they are.</summary>
    public sealed record TemplateDeleted(Guid TemplateId) : TemplateEvent;

    /// <summary>The templates stand in this order now.</summary>
    public sealed record TemplatesReordered(IReadOnlyList<Guid> TemplateIds) : TemplateEvent;
}
