using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>Puts the templates into another order; it names each of them once.</summary>
public sealed record ReorderTemplates(IReadOnlyList<Guid> Order) : ICommand<TemplateOrder>
{
    IReadOnlyCollection<string> ICommand<TemplateOrder>.Documents => TemplateCatalog.Documents;
}

/// <summary>The ids of all templates in their order.</summary>
public sealed record TemplateOrder(IReadOnlyList<Guid> Order);

internal sealed class ReorderTemplatesValidator : AbstractValidator<ReorderTemplates>
{
    public ReorderTemplatesValidator() =>
        RuleFor(command => command.Order).Must(order => order is { Count: <= Template.Most }).WithMessage("Name every template exactly once.");
}

internal sealed class ReorderTemplatesHandler(TemplateCatalog templates) : IRequestHandler<ReorderTemplates, Result<TemplateOrder>>
{
    public async Task<Result<TemplateOrder>> Handle(ReorderTemplates command, CancellationToken cancellationToken)
    {
        var after = await templates.Record(TemplateDecider.Reorder(await templates.All(cancellationToken), command.Order), cancellationToken);
        return after.IsOk ? new TemplateOrder([.. after.Value.Select(template => template.Id)]) : after.Error;
    }
}
