using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TitanTrakr.Endurance;

/// <summary>A guest with a running workout, several devices, and a ledger of what they sent.</summary>
internal sealed class Account : IDisposable
{
    // An exercise of a workout holds a hundred sets.
    private const int SetsAnExercise = 90;

    private readonly List<Device> _devices = [];
    private readonly string[] _exercises;
    private int _sets;

    private string _refresh;

    private Account(Guid id, string token, string refresh, string[] exercises) =>
        (Id, Token, _refresh, _exercises) = (id, token, refresh, exercises);

    public Guid Id { get; }

    public string Token { get; private set; }

    public Ledger Ledger { get; } = new();

    public static async Task<Account> Open(Uri host)
    {
        using var client = new HttpClient { BaseAddress = host };
        using var guest = await client.PostAsync("/api/account/guest", null);
        var made = (await guest.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
        var token = made["accessToken"]!.GetValue<string>();
        using var authorized = Client(host, token);
        var library = await authorized.GetFromJsonAsync<JsonNode>("/api/exercises?limit=100");
        using var started = await authorized.PostAsJsonAsync("/api/workouts", new { });
        started.EnsureSuccessStatusCode();
        return new Account(made["account"]!["id"]!.GetValue<Guid>(), token, Refresh(guest), [.. library!["items"]!.AsArray()
            .Where(exercise => exercise!["measure"]!.GetValue<string>() == "loadReps")
            .Select(exercise => exercise!["id"]!.GetValue<string>()).Take(50)]);
    }

    public HttpClient Client(Uri host) => Client(host, Token);

    /// <summary>Asks for a new access token, as a phone does when the one it has isn't believed any more.</summary>
    public async Task Renew(Uri host)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/refresh") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Cookie", _refresh);
        using var renewed = await client.SendAsync(request);
        Token = (await renewed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["accessToken"]!.GetValue<string>();
        _refresh = Refresh(renewed);
    }

    public Device Device(Func<Uri> host)
    {
        var device = new Device($"phone {_devices.Count}", () => Token, Ledger, NextExercise, host);
        _devices.Add(device);
        return device;
    }

    /// <summary>Reads the whole feed and holds it against what was sent: the ledger as it stands, or as it stood.</summary>
    public async Task ShouldBeWhole(Uri host, IReadOnlyList<SentSet>? sent = null)
    {
        _devices.SelectMany(device => device.Surprises).ShouldBeEmpty();
        Invariants.Violations(sent ?? Ledger.Sent, await Feed(host)).ShouldBeEmpty();
    }

    public void Dispose() => _devices.ForEach(device => device.Dispose());

    private static string Refresh(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    private static HttpClient Client(Uri host, string token)
    {
        var client = new HttpClient { BaseAddress = host };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<IReadOnlyList<LoggedEvent>> Feed(Uri host)
    {
        using var client = Client(host);
        var all = new List<LoggedEvent>();
        while (true)
        {
            var page = (await Patiently(() => client.GetAsync($"/api/events?after={all.Count}&limit=500")))["items"]!.AsArray();
            if (page.Count == 0)
            {
                return all;
            }

            all.AddRange(page.Select(line => new LoggedEvent(
                line!["sequence"]!.GetValue<long>(),
                line["type"]!.GetValue<string>(),
                line["commandId"]!.GetValue<Guid>(),
                line["payload"]!["setId"]?.GetValue<Guid>())));
        }
    }

    // After an outage a connection of the host may be a dead one: it says so, and to ask again.
    private static async Task<JsonNode> Patiently(Func<Task<HttpResponseMessage>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await ask();
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == 20)
            {
                return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
            }

            await Task.Delay(100);
        }
    }

    private string NextExercise() => _exercises[Interlocked.Increment(ref _sets) / SetsAnExercise];
}
