using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NJsonSchema;
using NSwag;

namespace TitanTrakr.Api.Tests;

/// <summary>What the OpenAPI document promises, held against every answer that any test gets: a generated client believes it.</summary>
internal static class Contract
{
    // The same for every host: it is asked of the first that gives it (one is told to give nothing so large).
    private static Promise[]? _promises;

    // Of one operation's answers of one status: more of them would only take time.
    private const int MostHeld = 40;

    public static async Task Hold(HttpClient client, HttpRequestMessage request, HttpResponseMessage response, string text)
    {
        var path = request.RequestUri!.AbsolutePath;
        _promises ??= await Read(client);
        // A fault of ours is nothing that was promised.
        if (response.StatusCode == HttpStatusCode.InternalServerError
            || Array.Find(_promises ?? [], one => one.Method == request.Method.Method && one.Path.IsMatch(path)) is not { } promise)
        {
            return;
        }

        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var what = $"{request.Method} {promise.Template} answered {status} {text}";
        promise.Answers.Keys.ShouldContain(status, what);
        var kind = response.Content.Headers.ContentType?.MediaType;
        var schema = promise.Answers[status].GetValueOrDefault(kind ?? "");
        (schema is not null).ShouldBe(text.Length > 0, $"{what} as {kind}");
        if (schema is not null && kind!.EndsWith("json", StringComparison.Ordinal) && promise.Held.AddOrUpdate(status, 1, (_, held) => held + 1) <= MostHeld)
        {
            schema.Validate(text).Select(error => error.ToString()).ShouldBeEmpty(what);
        }
    }

    private static async Task<Promise[]?> Read(HttpClient client)
    {
        using var described = await client.GetAsync(new Uri("/openapi/v1-3.0.json", UriKind.Relative));
        if (!described.IsSuccessStatusCode)
        {
            return null;
        }

        var document = await OpenApiDocument.FromJsonAsync(await described.Content.ReadAsStringAsync());
        return
        [
            // A name comes before a place where any name may stand.
            .. from path in document.Paths.OrderBy(path => path.Key.Count(c => c == '{'))
               from operation in path.Value
               select new Promise(
                   operation.Key.ToUpperInvariant(), path.Key, new Regex($"^{Regex.Replace(path.Key, @"\{[^}]+\}", "[^/]+")}$"),
                   operation.Value.ActualResponses.ToDictionary(
                       answer => answer.Key,
                       answer => (IReadOnlyDictionary<string, JsonSchema>)answer.Value.Content.ToDictionary(content => content.Key, content => content.Value.Schema.ActualSchema))),
        ];
    }

    private sealed record Promise(string Method, string Template, Regex Path, IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonSchema>> Answers)
    {
        public ConcurrentDictionary<string, int> Held { get; } = new();
    }
}
