using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>Deletes a template and answers what it was: created again under its id, it is back.</summary>
public sealed record DeleteTemplate(Guid TemplateId) : ICommand<Template>
{
    IReadOnlyCollection<string> ICommand<Template>.Documents => TemplateCatalog.Documents;
}

internal sealed class DeleteTemplateHandler(TemplateCatalog templates) : IRequestHandler<DeleteTemplate, Result<Template>>
{
    public async Task<Result<Template>> Handle(DeleteTemplate command, CancellationToken cancellationToken)
    {
        var template = await templates.Find(command.TemplateId, cancellationToken);
        if (!template.IsOk || templates.Conflict(template.Value) is not null)
        {
            return template.Error ?? new VersionConflict();
        }

        var after = await templates.Record(TemplateDecider.Delete(await templates.All(cancellationToken), command.TemplateId), cancellationToken);
        return after.IsOk ? template : after.Error;
    }
}
