using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Library and own exercises; the search forgives typos and word order and knows aliases.</summary>
/// <param name="Archived">True: one's archived ones instead.</param>
public sealed record SearchExercises(string? Query, string? Muscle, string? Equipment, bool? Archived, int? Limit, string? Cursor)
    : IQuery<Page<ExerciseView>>;

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

internal sealed class SearchExercisesHandler(ExerciseCatalog catalog, IExerciseStore own, IAccountCache cache, CommandScope scope)
    : IRequestHandler<SearchExercises, Result<Page<ExerciseView>>>
{
    public async Task<Result<Page<ExerciseView>>> Handle(SearchExercises query, CancellationToken cancellationToken)
    {
        var archived = query.Archived == true;
        var shelf = await cache.Get(scope.AccountId, "exercises", () => catalog.Shelf(cancellationToken), cancellationToken);
        var all = archived ? await own.Archived(scope.AccountId, cancellationToken) : shelf.All();
        var found = ExerciseSearch.Search(all, query.Query, query.Muscle, query.Equipment);
        var (from, limit) = (query.Cursor is null ? 0 : int.Parse(query.Cursor, System.Globalization.CultureInfo.InvariantCulture), query.Limit ?? 20);
        // A ranking in memory has no key to seek by; its position is one.
        var next = from < found.Count - limit ? (from + limit).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        var page = found.Skip(from).Take(limit).Select(exercise => ExerciseView.Of(exercise, shelf.Preferences.Of(exercise.Id), archived));
        return new Page<ExerciseView>([.. page], next);
    }
}
