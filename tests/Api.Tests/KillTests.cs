using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class KillTests(Provider provider) : FrontDoorTest(provider)
{
    private protected override IReadOnlyDictionary<string, string?> OwnHost { get; } = new Dictionary<string, string?>();

    [Test]
    public async Task Every_acknowledged_set_survives_twenty_kills_exactly_once()
    {
        await Lifter.Post("/api/workouts");
        var acknowledged = new List<string>();
        var lifter = Lifter;
        for (var round = 0; round < 20; round++)
        {
            using var stop = new CancellationTokenSource();
            var stream = Stream(lifter, acknowledged, round, stop.Token);
            await Task.Delay(40 + (7 * round));
            Server.Kill();
            await stop.CancelAsync();
            await stream;
            await Server.Start();
            lifter.Follow(Server, out lifter);
        }

        var events = await All(lifter);
        var stored = events.Where(e => e.Type == "SetLogged").Select(e => e.SetId).ToList();
        stored.ShouldBeUnique();
        acknowledged.Except(stored).ShouldBeEmpty();
        events.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(i => (long)i));
        (await Server.Verb("projections", "verify")).ShouldBe(0);
    }

    private static async Task Stream(Lifter lifter, List<string> acknowledged, int round, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var setId = Guid.CreateVersion7().ToString();
                // An exercise a round, as one exercise holds a hundred sets.
                var exerciseId = round % 2 == 0 ? "squat" : "deadlift";
                var body = $$"""{"id":"{{setId}}","exerciseId":"{{exerciseId}}","reps":5,"load":{"value":100,"unit":"kg"} }""";
                if ((await lifter.Post("/api/workouts/current/sets", body)).Status == 201)
                {
                    acknowledged.Add(setId);
                }
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<List<(string Type, long Sequence, string? SetId)>> All(Lifter lifter)
    {
        var all = new List<(string, long, string?)>();
        var cursor = 0L;
        while (true)
        {
            var feed = (await lifter.Get($"/api/events?after={cursor}&limit=500")).Json;
            var items = feed["items"]!.AsArray();
            if (items.Count == 0)
            {
                return all;
            }

            all.AddRange(items.Select(e => (e!["type"]!.GetValue<string>(), e["sequence"]!.GetValue<long>(), e["payload"]!["setId"]?.GetValue<string>())));
            cursor = feed["cursor"]!.GetValue<long>();
        }
    }
}
