using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>The account's templates in their order.</summary>
/// <param name="Limit">1 to 100, 20 when left out.</param>
public sealed record ListTemplates(string? Cursor, int? Limit) : IQuery<Page<Template>>;

internal sealed class ListTemplatesValidator : AbstractValidator<ListTemplates>
{
    public ListTemplatesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100).WithMessage("A limit is a whole number from 1 to 100.");
        RuleFor(query => query.Cursor).Must(cursor => cursor is null || Guid.TryParseExact(cursor, "N", out _))
            .WithMessage("Take the cursor from nextCursor as it is.");
    }
}

internal sealed class ListTemplatesHandler(TemplateCatalog templates, IAccountCache cache, CommandScope scope) : IRequestHandler<ListTemplates, Result<Page<Template>>>
{
    public async Task<Result<Page<Template>>> Handle(ListTemplates query, CancellationToken cancellationToken)
    {
        var all = await cache.Get(scope.AccountId, "templates", () => templates.All(cancellationToken), cancellationToken);
        // The cursor is the page's first template: it is found wherever it was moved to, and where it was deleted the list begins anew.
        var from = query.Cursor is null ? 0 : Math.Max(0, all.ToList().FindIndex(template => template.Id == Guid.ParseExact(query.Cursor, "N")));
        var page = all.Skip(from).Take(query.Limit ?? 20).ToList();
        var next = all.ElementAtOrDefault(from + page.Count);
        return new Page<Template>(page, next?.Id.ToString("N"));
    }
}
