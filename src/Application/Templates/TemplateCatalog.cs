using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>What the use cases of this module share: an account's templates, and the way decided events go into log and projection.</summary>
public sealed class TemplateCatalog(IProjections projections, IEventStore events, TemplateProjector projector, CommandScope scope, TimeProvider clock)
{
    /// <summary>The document to fetch with the lock.</summary>
    internal static IReadOnlyCollection<string> Documents { get; } = [ProjectionKeys.Templates];

    /// <summary>All templates in their order: one document, one round trip.</summary>
    public async Task<IReadOnlyList<Template>> All(CancellationToken cancellationToken) =>
        (await projections.Load<TemplateList>(scope.AccountId, ProjectionKeys.Templates, cancellationToken) ?? TemplateList.Empty).Templates;

    /// <summary>One of them, or not found.</summary>
    public async Task<Result<Template>> Find(Guid id, CancellationToken cancellationToken) =>
        (await All(cancellationToken)).FirstOrDefault(template => template.Id == id) is { } template ? template : new NotFoundError("template");

    /// <summary>Whether the caller's <c>If-Match</c>, where there is one, names this version; it is spent then.</summary>
    internal Error? Conflict(Template template)
    {
        var expected = scope.ExpectedVersions;
        scope.ExpectedVersions = null;
        return expected is null || expected.Contains(template.Version) ? null : new VersionConflict();
    }

    /// <summary>Appends what was decided, folds it and answers the templates after it.</summary>
    internal async Task<Result<IReadOnlyList<Template>>> Record(
        Result<IReadOnlyList<TemplateEvent>> decision, CancellationToken cancellationToken)
    {
        if (!decision.IsOk)
        {
            return decision.Error;
        }

        var after = TemplateList.Empty;
        foreach (var recorded in events.Append(decision.Value, scope.At ?? clock.GetUtcNow()))
        {
            after = await projector.Apply(recorded, cancellationToken);
        }

        return Result<IReadOnlyList<Template>>.Of(after.Templates);
    }
}
