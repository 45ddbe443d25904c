using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TitanTrakr.Ceiling;

/// <summary>What goes back.</summary>
internal sealed record Reply(int Status, ReadOnlyMemory<byte> Body, int? Version = null, bool Replayed = false)
{
    public static Reply Of(int status, string slug) => new(status, Encoding.UTF8.GetBytes($$"""{"type":"{{slug}}","status":{{status}}}"""));

    public async Task Send(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = Status < 300 ? "application/json; charset=utf-8" : "application/problem+json";
        response.ContentLength = Body.Length;
        if (Version is { } version)
        {
            response.Headers.ETag = $"\"{version}\"";
        }

        if (Replayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        await response.BodyWriter.WriteAsync(Body);
    }
}

/// <summary>A set to be logged, under whose key and on which version.</summary>
internal sealed record Request(Caller Caller, Guid CommandId, string Fingerprint, int? ExpectedVersion, Command Command)
{
    /// <summary>Reads one; answers what is wrong with it, or null.</summary>
    public static Reply? Read(HttpRequest http, Caller caller, ReadOnlyMemory<byte> body, string fingerprint, out Request? request)
    {
        request = null;
        var (key, match) = (http.Headers["Idempotency-Key"].ToString(), http.Headers.IfMatch.ToString().Trim('"'));
        var commandId = Guid.CreateVersion7();
        int? version = null;
        if ((key.Length > 0 && !Guid.TryParse(key, out commandId)) || (match.Length > 0 && !TryVersion(match, out version)))
        {
            return Reply.Of(422, "validation");
        }

        try
        {
            var command = JsonSerializer.Deserialize(body.Span, CeilingJson.Stored.Command)!;
            request = new Request(caller, commandId, fingerprint, version, command);
            return command.IsValid() ? null : Reply.Of(422, "validation");
        }
        catch (JsonException)
        {
            return Reply.Of(400, "malformed-request");
        }
    }

    private static bool TryVersion(string text, out int? version)
    {
        var valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        version = number;
        return valid;
    }
}

/// <summary>Where a page begins, and how many it holds.</summary>
internal readonly record struct Position(long Ticks, string Id, int Limit)
{
    public static Position Of(HttpRequest request)
    {
        var limit = int.TryParse(request.Query["limit"], CultureInfo.InvariantCulture, out var given) ? given : 20;
        var cursor = request.Query["cursor"].ToString();
        if (cursor.Length == 0)
        {
            return new Position(long.MaxValue, "", limit);
        }

        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(cursor)).Split(':');
        return new Position(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], limit);
    }

    public static string Cursor(long ticks, string id) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ticks}:{id}")));
}
