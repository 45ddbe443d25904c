using Microsoft.AspNetCore.Http.Features;
using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting;

/// <summary>How much a route takes and of what kind. Own middleware, because not every host has Kestrel's limits.</summary>
internal sealed class BodyLimitMiddleware(RequestDelegate next)
{
    private const long Usual = 64 * 1024, Batch = 1024 * 1024, Import = 10 * 1024 * 1024;

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var limit = LimitOf(request.Path);
        if (request.ContentLength > limit || (request.Body.CanSeek && request.Body.Length > limit))
        {
            return Problem.Write(context, 413, "payload-too-large", $"This route takes at most {limit} bytes. Send less at a time.");
        }

        if (limit != Import && IsOfAnotherKind(context))
        {
            return Problem.Write(context, 415, "unsupported-media-type", "Send the body as application/json.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        return next(context);
    }

    // Without a length too, and an empty form too: whatever a page of another site could send without asking.
    private static bool IsOfAnotherKind(HttpContext context)
    {
        var request = context.Request;
        var hasBody = request.ContentLength > 0 || (request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true);
        var hasType = request.ContentType is not null && !HttpMethods.IsGet(request.Method);
        return (hasBody || hasType) && !request.HasJsonContentType();
    }

    private static long LimitOf(PathString path) =>
        path.StartsWithSegments("/api/events") || path.StartsWithSegments("/api/history") ? Batch : path.StartsWithSegments("/api/import") ? Import : Usual;
}
