using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>The log of body weight, newest first, by keyset.</summary>
public sealed record ListBodyWeight : IQuery<Page<BodyWeight>>
{
    /// <summary>Of the page before, its nextCursor; the first page when left out.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 100, 20 when left out.</summary>
    public int? Limit { get; init; }
}

internal sealed class ListBodyWeightValidator : AbstractValidator<ListBodyWeight>
{
    public ListBodyWeightValidator()
    {
        RuleFor(query => query.Limit).Limit();
        RuleFor(query => query.Cursor).Cursor();
    }
}

internal sealed class ListBodyWeightHandler(IBodyWeights weights, CommandScope scope) : IRequestHandler<ListBodyWeight, Result<Page<BodyWeight>>>
{
    public async Task<Result<Page<BodyWeight>>> Handle(ListBodyWeight query, CancellationToken cancellationToken)
    {
        var limit = query.Limit ?? 20;
        var entries = await weights.Page(scope.AccountId, Cursor.Parse(query.Cursor), limit + 1, cancellationToken);
        return Page.Of(entries, limit, entry => Cursor.Of(entry.MeasuredAt, entry.Id));
    }
}
