using System.Net.Http.Json;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>Writers that race, queues that are sent again, clocks that are wrong.</summary>
internal sealed class QueueTests(Provider provider) : EnduranceTest(provider)
{
    [Test]
    public async Task Of_sixteen_writers_with_the_same_version_one_wins()
    {
        var lifter = await Lifter();
        await lifter.Device(() => Server.Address).Log(1);
        using var client = lifter.Client(Server.Address);
        using var current = await client.GetAsync("/api/workouts/current");
        var version = current.Headers.ETag!.Tag;
        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/workouts/current") { Content = JsonContent.Create(new { name = $"Day {i}" }) };
            request.Headers.TryAddWithoutValidation("If-Match", version);
            using var response = await client.SendAsync(request);
            return (int)response.StatusCode;
        }));
        statuses.CountBy(status => status).ToDictionary().ShouldBe(new Dictionary<int, int> { [200] = 1, [412] = 15 }, ignoreOrder: true);
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task An_offline_queue_of_two_hundred_sent_five_times_and_eight_times_at_once_is_there_once()
    {
        var lifter = await Lifter();
        var queue = OfflineQueue.Of(lifter, 200, _ => DateTimeOffset.UtcNow);
        using var client = lifter.Client(Server.Address);
        for (var replay = 0; replay < 5; replay++)
        {
            (await queue.Send(client)).ShouldAllBe(status => status == (replay == 0 ? "applied" : "duplicate"));
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => queue.Send(client)));
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task A_queue_first_heard_of_eight_times_at_once_is_there_once()
    {
        var lifter = await Lifter();
        var queue = OfflineQueue.Of(lifter, Extent.Of(40, 200), _ => DateTimeOffset.UtcNow);
        using var client = lifter.Client(Server.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => queue.Send(client)));
        answers.SelectMany(statuses => statuses).Count(status => status == "applied").ShouldBe(Extent.Of(40, 200));
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task Clocks_a_day_or_ten_years_back_change_no_order_and_ten_years_ahead_is_refused()
    {
        var lifter = await Lifter();
        var now = DateTimeOffset.UtcNow;
        using var client = lifter.Client(Server.Address);
        DateTimeOffset[] clocks = [now, now.AddDays(-1), now.AddYears(-10), now, now.AddHours(20)];
        (await OfflineQueue.Of(lifter, 50, i => clocks[i % clocks.Length]).Send(client)).ShouldAllBe(status => status == "applied");
        (await OfflineQueue.Of(lifter, 1, _ => now.AddYears(10), areKept: false).Send(client)).ShouldBe(["rejected"]);
        await NothingIsLostOrDoubled();
    }
}
