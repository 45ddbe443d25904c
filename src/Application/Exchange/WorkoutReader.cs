using System.Runtime.CompilerServices;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exchange;

/// <summary>Reads an account's whole history, a page at a time, so that it costs no more memory than a page.</summary>
internal sealed class WorkoutReader(ICompletedWorkouts completed, CommandScope scope)
{
    private const int Page = 50;

    /// <summary>All completed workouts, newest first.</summary>
    public async IAsyncEnumerable<Workout> All([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new HistoryFilter(null, null, null, null, null, Page);
        while (await completed.Page(scope.AccountId, filter, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var workout in page)
            {
                yield return workout;
            }

            filter = filter with { CursorStartedAt = page[^1].StartedAt, CursorId = page[^1].Id };
        }
    }
}
