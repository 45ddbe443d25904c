using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>The house burns down: its log is exported while people train, and an empty PostgreSQL becomes the house again.</summary>
internal sealed class RestoreDrillTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("titan-drill-").FullName;
    private TestDatabase _before = null!, _after = null!;

    [OneTimeSetUp]
    public void Open() => (_before, _after) = (new TestDatabase(Provider.Postgres), new TestDatabase(Provider.Postgres));

    [OneTimeTearDown]
    public void Close()
    {
        _before.Dispose();
        _after.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Who_trained_before_signs_in_after_finds_everything_and_sends_the_queue_again_to_no_effect()
    {
        using var server = new Server(_before);
        await server.Start();
        using var phone = new Visitor(server.Address);
        await phone.Register("ann@example.com");
        await phone.Post("/api/workouts", """{"name":"Push day"}""");
        var queue = new List<string>();
        using var stop = new CancellationTokenSource();
        var training = Train(phone, queue, stop.Token);
        (await server.Verb("events", "export", "--to", _folder)).ShouldBe(0);
        await stop.CancelAsync();
        await training;
        var events = (await phone.Get("/api/events?limit=500")).Json["items"]!.AsArray().Count;

        using var again = new Server(_after);
        var archive = Directory.GetDirectories(_folder).ShouldHaveSingleItem();
        (await again.Verb("events", "import", "--from", archive)).ShouldBe(0);
        (await again.Verb("events", "export", "--to", Path.Combine(_folder, "again"))).ShouldBe(0);
        again.Output.Split('\n').Where(line => line.Contains(" log ", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]).Distinct()
            .ShouldBe([Digest(server.Output)]);

        await again.Start();
        using var sameHands = new Visitor(again.Address);
        await sameHands.Login("ann@example.com");
        foreach (var command in queue)
        {
            (await sameHands.Post("/api/events", command)).Text.ShouldNotContain("rejected");
        }

        (await sameHands.Get("/api/workouts/current")).Json["name"]!.GetValue<string>().ShouldBe("Push day");
        (await sameHands.Get("/api/events?limit=500")).Json["items"]!.AsArray().Count.ShouldBe(events);
        (await again.Verb("projections", "verify")).ShouldBe(0);
    }

    private static string Digest(string output) => output.Split('\n').Single(line => line.StartsWith("exported ", StringComparison.Ordinal)).Split(' ')[^1];

    private static async Task Train(Visitor phone, List<string> queue, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && queue.Count < 90)
        {
            var at = DateTimeOffset.UtcNow.ToString("O");
            queue.Add($$$"""{"commands":[{"id":"{{{Guid.CreateVersion7()}}}","type":"LogSet","at":"{{{at}}}","data":{"exerciseId":"squat","reps":5,"load":{"value":100,"unit":"kg"} } }] }""");
            (await phone.Post("/api/events", queue[^1])).Text.ShouldContain("applied");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
