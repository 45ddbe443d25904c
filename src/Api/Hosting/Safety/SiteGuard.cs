using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>
/// Keeps other sites' pages from acting through a visitor's browser: what changes something comes from our own pages, from a configured
/// origin, or from no page at all (a script, an app).
/// </summary>
internal sealed class SiteGuard(RequestDelegate next, Origins origins)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsWelcome(request)
            ? next(context)
            : Problem.Write(context, 403, "forbidden", "Pages of other sites may not do this.");
    }

    // Browsers send Origin with everything but GET and HEAD. Those that send Sec-Fetch-Site say the same once more, and can't be made not to.
    private bool IsWelcome(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? origins.Contain(origin, request)
            : request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }
}
