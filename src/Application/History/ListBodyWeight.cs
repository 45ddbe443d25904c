using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>The log of body weight, newest first, by keyset.</summary>
/// <param name="Limit">1 to 100, 20 when left out.</param>
public sealed record ListBodyWeight(string? Cursor, int? Limit) : IQuery<Page<BodyWeight>>;

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
