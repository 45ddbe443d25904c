using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>The disk under the database is full, and then has room again.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class DiskTests
{
    [Test]
    public async Task Sqlite_without_room_says_not_now_and_goes_on_when_there_is_some()
    {
        using var disk = new SmallDisk(24);
        using var gym = await Gym.Open(new TestDatabase(Provider.Sqlite, null, disk.Folder));
        await Trial(gym, disk, () => { });
    }

    /// <summary>A server whose log has no room ends itself; whoever watches over it starts it again.</summary>
    [Test]
    public async Task Postgres_without_room_says_not_now_and_goes_on_when_there_is_some()
    {
        using var disk = new SmallDisk(160);
        using var postgres = PostgresServer.StartOwn(disk.Folder);
        using var gym = await Gym.Open(new TestDatabase(Provider.Postgres, postgres, null));
        await Trial(gym, disk, () =>
        {
            if (!postgres.IsRunning)
            {
                postgres.Restart();
            }
        });
    }

    private static async Task Trial(Gym gym, SmallDisk disk, Action operators)
    {
        using var lifter = await Account.Open(gym.Server.Address);
        await Streams.While(
            async () =>
            {
                await lifter.Ledger.More(5);
                disk.Fill();
                await Refused(gym, lifter, disk);
                (await Write(gym, lifter, "/health/live")).ShouldBe(200);
                disk.MakeRoom();
                var more = lifter.Ledger.More(5);
                while (!more.IsCompleted)
                {
                    operators();
                    await Task.WhenAny(more, Task.Delay(200));
                }

                await more;
            },
            lifter.Device(() => gym.Server.Address));
        await gym.ShouldHold(lifter);
    }

    // Room that the database has taken already lasts a while.
    private static async Task Refused(Gym gym, Account lifter, SmallDisk disk)
    {
        var status = 200;
        for (var attempt = 0; attempt < 4000 && status == 200; attempt++)
        {
            disk.Fill();
            status = await Write(gym, lifter, "/api/workouts/current");
        }

        status.ShouldBe(503);
    }

    private static async Task<int> Write(Gym gym, Account lifter, string path)
    {
        using var client = lifter.Client(gym.Server.Address);
        using var request = path.StartsWith("/api", StringComparison.Ordinal)
            ? new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent($$"""{"note":"{{new string('n', 900)}}"}""", null, "application/json") }
            : new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
