using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>Completed workouts, newest first, by keyset.</summary>
/// <param name="Before">Only those that began before it.</param>
/// <param name="After">Only those that began at or after it.</param>
/// <param name="Limit">1 to 100, 20 when left out.</param>
public sealed record ListHistory(DateTimeOffset? Before, DateTimeOffset? After, string? ExerciseId, string? Cursor, int? Limit)
    : IStaleQuery<Page<ServedItem>>;

internal sealed class ListHistoryValidator : AbstractValidator<ListHistory>
{
    public ListHistoryValidator()
    {
        RuleFor(query => query.Limit).Limit();
        RuleFor(query => query.Cursor).Cursor();
        RuleFor(query => query.ExerciseId).ExerciseId();
    }
}

internal sealed class ListHistoryHandler(IServedReads reads, CommandScope scope) : IRequestHandler<ListHistory, Result<Page<ServedItem>>>
{
    public async Task<Result<Page<ServedItem>>> Handle(ListHistory query, CancellationToken cancellationToken)
    {
        var limit = query.Limit ?? 20;
        var from = Cursor.Parse(query.Cursor);
        var filter = new HistoryFilter(query.Before, query.After, query.ExerciseId, from?.At, from?.Id, limit + 1);
        var workouts = await reads.History(scope.AccountId, filter, cancellationToken);
        return Page.Of(workouts, limit, workout => Cursor.Of(workout.At, workout.Id));
    }
}
