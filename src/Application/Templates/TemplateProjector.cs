using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>All templates of an account, in their order.</summary>
public sealed record TemplateList(IReadOnlyList<Template> Templates)
{
    /// <summary>None yet.</summary>
    public static TemplateList Empty { get; } = new([]);
}

/// <summary>Folds a template event into the account's one document of templates.</summary>
public sealed class TemplateProjector(IProjections projections) : IProjector
{
    Task IProjector.Apply(RecordedEvent recorded, CancellationToken cancellationToken) =>
        recorded.Event is TemplateEvent ? Apply(recorded, cancellationToken) : Task.CompletedTask;

    /// <summary>Applies one event and answers the templates after it.</summary>
    public async Task<TemplateList> Apply(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var before = await projections.Load<TemplateList>(recorded.AccountId, ProjectionKeys.Templates, cancellationToken) ?? TemplateList.Empty;
        var after = new TemplateList(TemplateFold.Evolve(before.Templates, (TemplateEvent)recorded.Event!));
        projections.Store(recorded.AccountId, ProjectionKeys.Templates, after);
        return after;
    }
}
