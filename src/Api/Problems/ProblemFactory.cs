using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Problems;

/// <summary>Turns refusals into RFC 9457 problems; the one table from slug to status.</summary>
internal static class ProblemFactory
{
    private const string Prefix = "https://titantrakr.com/problems/";

    public static ProblemDetails Of(Error error)
    {
        var problem = Of(StatusOf(error), error.Slug, error.Detail);
        if (error is ValidationError validation)
        {
            problem.Extensions["errors"] = validation.Members;
        }

        return problem;
    }

    public static ProblemDetails Of(int status, string slug, string detail) => new()
    {
        Type = Prefix + slug,
        Title = char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' '),
        Status = status,
        Detail = detail,
        Extensions = { ["traceId"] = Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7().ToString("N") },
    };

    private static int StatusOf(Error error) => error switch
    {
        ConflictError => 409,
        NotFoundError => 404,
        _ => error.Slug switch
        {
            "version-conflict" => 412,
            "idempotency-key-reused" or "import-unreadable" => 422,
            "unauthenticated" => 401,
            "forbidden" or "reauthentication-required" => 403,
            "payload-too-large" => 413,
            "unsupported-media-type" => 415,
            "rate-limited" => 429,
            _ => 400,
        },
    };
}
