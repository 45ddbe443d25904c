using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TitanTrakr.Api.Hosting.OpenApi;

/// <summary>What every operation has in common: a name, headers, and the problems it can answer with.</summary>
internal static class OperationShapes
{
    private static readonly (string Status, string Slugs)[] Always =
    [
        ("400", "malformed-request, validation"),
        ("413", "payload-too-large: the body, or the answer"),
        ("429", "rate-limited, with Retry-After"),
        ("503", "unavailable, with Retry-After"),
    ];

    private static readonly (string Status, string Slugs)[] Writing =
    [
        ("404", "not-found: what is written to, or what the body names"),
        ("409", "a precondition does not hold"),
        ("412", "version-conflict"),
        ("415", "unsupported-media-type"),
        ("422", "idempotency-key-reused"),
    ];

    public static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var method = context.Description.HttpMethod!;
        var path = context.Description.RelativePath!;
        operation.OperationId ??= NameOf(method, path);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        var anonymous = marks.OfType<IAllowAnonymous>().Any();
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        foreach (var (status, slugs) in Problems(method == "GET", anonymous, path.Contains('{', StringComparison.Ordinal)))
        {
            operation.Responses ??= [];
            operation.Responses.TryAdd(status, Problem(slugs, problem));
        }

        if (anonymous)
        {
            operation.Security = [new OpenApiSecurityRequirement()];
        }

        if (method != "GET" && !marks.OfType<NoKey>().Any())
        {
            AddHeader(operation, "Idempotency-Key", "A UUID: the same key again, by the same route with the same body, gives the first answer and writes nothing.", "uuid");
        }

        if (method != "GET" && marks.OfType<HasVersion>().Any())
        {
            AddHeader(operation, "If-Match", "The ETag of what is changed; when it no longer matches the answer is 412.", null);
        }
    }

    private static IEnumerable<(string Status, string Slugs)> Problems(bool reads, bool anonymous, bool named) =>
    [
        .. Always,
        ("401", anonymous ? "invalid-credentials, unauthenticated" : "unauthenticated"),
        ("403", "forbidden"),
        .. named && reads ? [("404", "not-found")] : Array.Empty<(string, string)>(),
        .. reads ? [] : Writing,
    ];

    private static OpenApiResponse Problem(string slugs, IOpenApiSchema schema) => new()
    {
        Description = slugs,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = schema } },
    };

    private static void AddHeader(OpenApiOperation operation, string name, string description, string? format)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
        });
    }

    // "POST api/workouts/{workoutId}/sets" is postWorkoutsByWorkoutIdSets.
    private static string NameOf(string method, string path) => method.ToLowerInvariant() + string.Concat(path
        .Split(['/', '-', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != "api")
        .Select(part => part[0] == '{' ? "By" + Capital(part[1..part.IndexOfAny([':', '}'])]) : Capital(part)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
