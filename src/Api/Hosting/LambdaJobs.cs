using System.Globalization;
using System.Text.Json.Nodes;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// The verb <c>jobs</c>: a second Lambda function of the same image, which runs the verb that each invocation names, as
/// <c>{"verb": "events export"}</c>. A verb that ends with anything but 0 fails the invocation. It speaks the runtime API itself, of which it
/// needs three calls: so it is in every build, and tests can run it.
/// </summary>
internal sealed class LambdaJobs(HttpClient runtime, Func<string[], CancellationToken, Task<int>> run)
{
    // Time to tell the runtime that it took too long.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(3);

    /// <summary>Serves invocations until it is stopped.</summary>
    /// <param name="address">Host and port of the runtime API, from <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
    public static async Task Serve(string address, Func<string[], CancellationToken, Task<int>> run, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://{address}/2018-06-01/runtime/invocation/"), Timeout = Timeout.InfiniteTimeSpan };
        var jobs = new LambdaJobs(client, run);
        while (!stop.IsCancellationRequested)
        {
            await jobs.Next(stop);
        }
    }

    private async Task Next(CancellationToken stop)
    {
        using var invocation = await runtime.GetAsync(new Uri("next", UriKind.Relative), stop);
        invocation.EnsureSuccessStatusCode();
        var id = invocation.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeLeft(invocation));
        var (how, answer) = await Answer(await invocation.Content.ReadAsStringAsync(stop), limit.Token);
        using var told = await runtime.PostAsJsonAsync(new Uri($"{id}/{how}", UriKind.Relative), answer, stop);
        told.EnsureSuccessStatusCode();
    }

    private async Task<(string How, JsonObject Answer)> Answer(string payload, CancellationToken stop)
    {
        if (Words(payload) is not { Length: > 0 } words)
        {
            return Failure("UnknownJob", "An invocation is {\"verb\": \"…\"} with one of the verbs that --help lists.");
        }

        try
        {
            var code = await run(words, stop);
            return code == 0
                ? ("response", new JsonObject { ["verb"] = string.Join(' ', words), ["exitCode"] = 0 })
                : Failure("VerbFailed", $"{words[0]} ended with {code}; its log says why.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The message may hold what a log must not.
            return Failure(e.GetType().Name, $"{words[0]} broke off.");
        }
        catch (OperationCanceledException)
        {
            return Failure("TimedOut", $"{words[0]} did not end in time.");
        }
    }

    private static string[]? Words(string payload)
    {
        try
        {
            return JsonNode.Parse(payload)?["verb"]?.GetValue<string>().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (string, JsonObject) Failure(string type, string message) =>
        ("error", new JsonObject { ["errorType"] = type, ["errorMessage"] = message });

    private static TimeSpan TimeLeft(HttpResponseMessage invocation)
    {
        var deadline = long.Parse(invocation.Headers.GetValues("Lambda-Runtime-Deadline-Ms").Single(), CultureInfo.InvariantCulture);
        var left = DateTimeOffset.FromUnixTimeMilliseconds(deadline) - DateTimeOffset.UtcNow - Reserve;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
