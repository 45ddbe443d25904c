namespace TitanTrakr.Api.Problems;

/// <summary>A body for the statuses that the framework answers without one.</summary>
internal static class StatusProblems
{
    public static Task Write(HttpContext context) => context.Response.StatusCode switch
    {
        404 => Problem.Write(context, 404, "not-found", "There is nothing at this address."),
        405 => Problem.Write(context, 405, "method-not-allowed", "This address does not take that method. See the Allow header."),
        415 => Problem.Write(context, 415, "unsupported-media-type", "Send the body as application/json."),
        400 => Problem.Write(context, 400, "malformed-request", "The request can't be read."),
        var status => Problem.Write(context, status, "refused", "The request was refused."),
    };
}
