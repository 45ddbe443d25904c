using System.Text;

namespace TitanTrakr.Ceiling;

/// <summary>One write and three reads, each checking that the caller's session lives.</summary>
internal interface IStore : IAsyncDisposable
{
    Task<Reply> LogSet(Request request);

    Task<Reply> Current(Caller caller);

    Task<Reply> History(Caller caller, Position position);

    Task<Reply> Sessions(Caller caller, string exerciseId, Position position);
}

/// <summary>The statements that both databases have in common, and what their rows become.</summary>
internal static class Rows
{
    // What is read passes through as it was written: these hold answers, made from the product's own when the data was.
    public const string History =
        "SELECT view, ticks, id FROM peer_workouts WHERE account_id = {0} AND (ticks, id) < ({1}, {2}) ORDER BY ticks DESC, id DESC LIMIT {3}";

    public const string Sessions =
        "SELECT view, ticks, id FROM peer_sessions WHERE account_id = {0} AND exercise_id = {4} AND (ticks, id) < ({1}, {2}) ORDER BY ticks DESC, id DESC LIMIT {3}";

    public const string Current = "SELECT view, version FROM peer_current WHERE account_id = {0}";

    public static Reply Known(string fingerprint, string answer, Request request) => fingerprint != request.Fingerprint
        ? Reply.Of(422, "idempotency-key-reused")
        : new Reply(201, Encoding.UTF8.GetBytes(answer), Replayed: true);

    public static Reply Page(IReadOnlyList<(string View, long Ticks, string Id)> rows, int limit)
    {
        var page = new StringBuilder("{\"items\":[");
        for (var i = 0; i < Math.Min(rows.Count, limit); i++)
        {
            page.Append(i > 0 ? "," : "").Append(rows[i].View);
        }

        page.Append("],\"nextCursor\":")
            .Append(rows.Count > limit ? $"\"{Position.Cursor(rows[limit - 1].Ticks, rows[limit - 1].Id)}\"" : "null").Append('}');
        return new Reply(200, Encoding.UTF8.GetBytes(page.ToString()));
    }

    public static Reply SessionEnded => Reply.Of(401, "session-ended");
}
