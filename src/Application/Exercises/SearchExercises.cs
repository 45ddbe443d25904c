using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Library and own exercises; the search forgives typos and word order and knows aliases.</summary>
public sealed record SearchExercises(string? Query, string? Muscle, string? Equipment, int? Limit, string? Cursor) : IQuery<Page<Exercise>>;

internal sealed class SearchExercisesValidator : AbstractValidator<SearchExercises>
{
    public SearchExercisesValidator()
    {
        RuleFor(query => query.Query).MaximumLength(100).WithMessage("A query has at most 100 characters.");
        RuleFor(query => query.Limit).InclusiveBetween(1, 500).WithMessage("A limit is a whole number from 1 to 500.");
        RuleFor(query => query.Cursor).Must(cursor => cursor is null || int.TryParse(cursor, out var at) && at >= 0)
            .WithMessage("Take the cursor from nextCursor as it is.");
    }
}

internal sealed class SearchExercisesHandler(ExerciseCatalog catalog) : IRequestHandler<SearchExercises, Result<Page<Exercise>>>
{
    public async Task<Result<Page<Exercise>>> Handle(SearchExercises query, CancellationToken cancellationToken)
    {
        var found = ExerciseSearch.Search(await catalog.All(cancellationToken), query.Query, query.Muscle, query.Equipment);
        var (from, limit) = (query.Cursor is null ? 0 : int.Parse(query.Cursor, System.Globalization.CultureInfo.InvariantCulture), query.Limit ?? 20);
        // A ranking in memory has no key to seek by; its position is one.
        var next = from + limit < found.Count ? (from + limit).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new Page<Exercise>([.. found.Skip(from).Take(limit)], next);
    }
}
