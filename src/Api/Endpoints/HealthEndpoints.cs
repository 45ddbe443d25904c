using TitanTrakr.Api.Problems;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", Live).ExcludeFromDescription();
        app.MapGet("/health/ready", async (IDatabaseHealth database, HttpContext context, CancellationToken stop) =>
            await database.Check(stop) ? Results.Json(new { status = "ready" }) : Unready(context)).ExcludeFromDescription();
    }

    // Every start asks it (FrontDoor): written down, so that nothing is compiled for it.
    private static Task Live(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync("{\"status\":\"live\"}", context.RequestAborted);
    }

    private static IResult Unready(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return Problem.From(503, "unavailable", "The database does not answer.");
    }
}
