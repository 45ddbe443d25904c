using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exchange;

/// <summary>The account's imports, newest first, those taken back among them.</summary>
/// <param name="Limit">1 to 100, 20 when left out.</param>
public sealed record ListImports(string? Cursor, int? Limit) : IQuery<Page<ImportSummary>>;

internal sealed class ListImportsValidator : AbstractValidator<ListImports>
{
    public ListImportsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100).WithMessage("A limit is a whole number from 1 to 100.");
        RuleFor(query => query.Cursor).Must(cursor => cursor is null || Cursor.Parse(cursor) is not null)
            .WithMessage("Take the cursor from nextCursor as it is.");
    }
}

internal sealed class ListImportsHandler(IProjections projections, CommandScope scope) : IRequestHandler<ListImports, Result<Page<ImportSummary>>>
{
    public async Task<Result<Page<ImportSummary>>> Handle(ListImports query, CancellationToken cancellationToken)
    {
        var list = await projections.Load<ImportList>(scope.AccountId, ImportKeys.All, cancellationToken) ?? new ImportList([]);
        var (from, limit) = (Cursor.Parse(query.Cursor), query.Limit ?? 20);
        // They come in the order they were made; an id tells where the last page ended.
        var left = list.Imports.Reverse().SkipWhile(import => from is { } at && import.Id != at.Id).Skip(from is null ? 0 : 1).ToList();
        var items = left.Take(limit).ToList();
        return new Page<ImportSummary>(items, left.Count > limit ? Cursor.Of(items[^1].ImportedAt, items[^1].Id) : null);
    }
}
