using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>Completed workouts, newest first, by keyset.</summary>
/// <param name="Before">Only those that began before it.</param>
/// <param name="After">Only those that began at or after it.</param>
/// <param name="Limit">1 to 100, 20 when left out.</param>
public sealed record ListHistory(DateTimeOffset? Before, DateTimeOffset? After, string? ExerciseId, string? Cursor, int? Limit)
    : IStaleQuery<Page<WorkoutView>>;

internal sealed class ListHistoryValidator : AbstractValidator<ListHistory>
{
    public ListHistoryValidator()
    {
        RuleFor(query => query.Limit).Limit();
        RuleFor(query => query.Cursor).Cursor();
        RuleFor(query => query.ExerciseId).ExerciseId();
    }
}

internal sealed class ListHistoryHandler(ICompletedWorkouts completed, CommandScope scope, TimeProvider clock)
    : IRequestHandler<ListHistory, Result<Page<WorkoutView>>>
{
    public async Task<Result<Page<WorkoutView>>> Handle(ListHistory query, CancellationToken cancellationToken)
    {
        var limit = query.Limit ?? 20;
        var from = Cursor.Parse(query.Cursor);
        var filter = new HistoryFilter(query.Before, query.After, query.ExerciseId, from?.At, from?.Id, limit + 1);
        var workouts = await completed.Page(scope.AccountId, filter, cancellationToken);
        var now = clock.GetUtcNow();
        return Page.Of([.. workouts.Select(workout => WorkoutView.Of(workout, now))], limit, view => Cursor.Of(view.StartedAt, view.Id));
    }
}
