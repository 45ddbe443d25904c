using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>Replies that never arrive, clients that crawl, and more of them than there is room for.</summary>
internal sealed class NetworkTests(Provider provider) : EnduranceTest(provider)
{
    private static readonly int[] Told = [200, 201, 429, 503];

    [Test]
    public async Task Replies_that_are_lost_reset_halved_and_late()
    {
        using var proxy = new ChaosProxy(() => Server.Address.Port);
        var lifter = await Lifter();
        var devices = Enumerable.Range(0, 3).Select(_ => lifter.Device(() => new Uri($"http://127.0.0.1:{proxy.Port}"))).ToList();
        await Task.WhenAll(devices.Select(device => device.Log(Extent.Of(25, 200))));
        lifter.Ledger.Acknowledged.ShouldBe(3 * Extent.Of(25, 200));
        proxy.Faults.Count.ShouldBe(4, "each kind of fault should have happened");
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task Two_hundred_clients_that_crawl_stop_nobody_else_and_are_let_go()
    {
        var lifter = await Lifter();
        var crawlers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Crawler.Connect(Server.Address, lifter.Token, i)));
        await lifter.Device(() => Server.Address).Log(Extent.Of(15, 200));
        lifter.Ledger.Acknowledged.ShouldBe(Extent.Of(15, 200));
        if (Extent.IsFull)
        {
            (await Task.WhenAll(crawlers.Select(crawler => crawler.IsLetGo(TimeSpan.FromSeconds(60))))).ShouldAllBe(letGo => letGo);
        }

        Array.ForEach(crawlers, crawler => crawler.Dispose());
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task Four_hundred_connections_get_an_answer_or_are_told_to_wait()
    {
        Account[] lifters = [await Lifter(), await Lifter(), await Lifter(), await Lifter()];
        using var client = new HttpClient { BaseAddress = Server.Address, Timeout = TimeSpan.FromMinutes(2) };
        var statuses = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Ask(client, lifters[i % 4], i / 4)));
        statuses.SelectMany(each => each).ShouldAllBe(status => Told.Contains(status));
        Server.PeakMegabytes.ShouldBeLessThan(512);
        await NothingIsLostOrDoubled();
    }

    // Every second one writes; each connection is used several times.
    private static async Task<List<int>> Ask(HttpClient client, Account lifter, int number)
    {
        var statuses = new List<int>();
        for (var round = 0; round < Extent.Of(1, 25); round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, number % 4 == 1 ? "/api/history" : "/api/workouts/current");
            if (number % 2 == 0)
            {
                (request.Method, request.Content) = (HttpMethod.Patch, new StringContent($$"""{"note":"{{number}} {{round}}"}""", null, "application/json"));
            }

            request.Headers.Authorization = new("Bearer", lifter.Token);
            using var response = await client.SendAsync(request);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
