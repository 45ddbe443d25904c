using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>The statements that read a page of completed workouts, newest first.</summary>
internal static class HistoryStatement
{
    /// <summary>Each as it is folded.</summary>
    public static (string Sql, object[] Values) OfDocuments(TitanDbContext db, Guid accountId, HistoryFilter filter) => Of(db, accountId, filter, (_, _) => "w.data");

    /// <summary>Where each stands, and how it is served; what it is made of only where that isn't stored.</summary>
    public static (string Sql, object[] Values) OfServed(TitanDbContext db, Guid accountId, HistoryFilter filter) =>
        Of(db, accountId, filter, (at, id) => $"{at}, {id}, w.served, CASE WHEN w.served IS NULL THEN w.data END");

    private static (string Sql, object[] Values) Of(TitanDbContext db, Guid accountId, HistoryFilter filter, Func<string, string, string> columns)
    {
        List<object> values = [accountId, filter.Limit];
        // From the rows of the exercise, so that a rare one isn't looked for among all workouts.
        var (from, at, id) = filter.ExerciseId is null
            ? ("workouts w WHERE w.account_id = {0}", "w.started_at", "w.id")
            : ($"workout_exercises e JOIN workouts w ON w.account_id = e.account_id AND w.id = e.workout_id WHERE e.account_id = {{0}} AND e.exercise_id = {Parameter(filter.ExerciseId)}",
                "e.started_at", "e.workout_id");
        from += filter.Before is { } before ? $" AND {at} < {Time(before)}" : "";
        from += filter.After is { } after ? $" AND {at} >= {Time(after)}" : "";
        from += filter is { CursorStartedAt: { } startedAt, CursorId: { } cursor } ? $" AND ({at}, {id}) < ({Time(startedAt)}, {Parameter(cursor)})" : "";
        return ($"SELECT {columns(at, id)} FROM {from} ORDER BY {at} DESC, {id} DESC LIMIT {{1}}", [.. values]);

        string Time(DateTimeOffset time) => Parameter(Times.Parameter(db, time));

        string Parameter(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }
    }
}
