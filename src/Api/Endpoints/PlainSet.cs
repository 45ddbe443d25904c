using MediatR;
using TitanTrakr.Application.Common.Json.ByHand;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Api.Endpoints;

/// <summary>
/// Reads a set that is sent plainly without the code that the framework makes at runtime for its route, which the first set after a start would
/// wait for. Whatever else is sent is the framework's to take, or to refuse.
/// </summary>
internal static class PlainSet
{
    /// <summary>The handler where the body is plain, else what the framework has bound.</summary>
    public static RequestDelegate Or(Func<LogSet, IMediator, CancellationToken, Task<IResult>> handler, RequestDelegate bound) => async context =>
    {
        if (await Read(context) is not { } command)
        {
            await bound(context);
            return;
        }

        var answer = await handler(command, context.RequestServices.GetRequiredService<IMediator>(), context.RequestAborted);
        await answer.ExecuteAsync(context);
    };

    // The body was read before, for its fingerprint, so that it can be read again.
    private static async ValueTask<LogSet?> Read(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType is not ("application/json" or "application/json; charset=utf-8") || !request.Body.CanSeek)
        {
            return null;
        }

        var body = new byte[request.Body.Length];
        await request.Body.ReadExactlyAsync(body, context.RequestAborted);
        request.Body.Position = 0;
        return LogSetJson.Read(body);
    }
}
