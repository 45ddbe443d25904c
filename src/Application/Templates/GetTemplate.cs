using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>One template.</summary>
public sealed record GetTemplate(Guid TemplateId) : IQuery<Template>;

internal sealed class GetTemplateHandler(TemplateCatalog templates) : IRequestHandler<GetTemplate, Result<Template>>
{
    public Task<Result<Template>> Handle(GetTemplate query, CancellationToken cancellationToken) => templates.Find(query.TemplateId, cancellationToken);
}
