using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TitanTrakr.Endurance;

/// <summary>
/// A phone that logs one set after the other and sends each again, under the same key, until somebody says it has it.
/// </summary>
internal sealed class Device(string name, Func<string> token, Ledger ledger, Func<string> exercise, Func<Uri> host) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(2) })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private int _ordinal;

    /// <summary>Answers other than "here it is" and "not now".</summary>
    public List<string> Surprises { get; } = [];

    /// <summary>Logs sets until told to stop.</summary>
    public async Task Stream(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Log(stop);
        }
    }

    /// <summary>Logs so many sets.</summary>
    public async Task Log(int count, CancellationToken stop = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Log(stop);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task Log(CancellationToken stop)
    {
        var ordinal = _ordinal++;
        var set = new SentSet(name, ordinal, Guid.CreateVersion7(), Guid.CreateVersion7(), Acknowledged: false);
        ledger.Note(set);
        var body = $$"""{"id":"{{set.SetId}}","exerciseId":"{{exercise()}}","reps":5,"load":{"value":100,"unit":"kg"} }""";
        while (!stop.IsCancellationRequested)
        {
            if (await Answer(body, set.CommandId) is { } known)
            {
                ledger.Note(set with { Acknowledged = known });
                return;
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }

    // True: acknowledged. False: refused for good. Null: nobody knows, so ask again.
    private async Task<bool?> Answer(string body, Guid commandId)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host(), "/api/workouts/current/sets"));
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", commandId.ToString());
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token());
            using var response = await _client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return response.StatusCode switch
            {
                HttpStatusCode.Created when text.EndsWith('}') => true,
                HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests => null,
                _ => Surprise($"{(int)response.StatusCode} {text}"),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    private bool Surprise(string answer)
    {
        lock (Surprises)
        {
            Surprises.Add(answer);
        }

        return false;
    }
}
