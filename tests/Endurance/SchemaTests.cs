using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>A database that an earlier release made, with data: migrated by killed processes, and by three at once.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
[Parallelizable(ParallelScope.Self)]
internal sealed class SchemaTests(Provider provider)
{
    private const long EventsThere = 54;

    [Test]
    public async Task An_earlier_releases_database_is_migrated_once_however_often_that_is_killed_and_by_three_at_once()
    {
        for (var round = 0; round < Extent.Of(1, 5); round++)
        {
            using var gym = new Gym(new TestDatabase(provider));
            await Previous.Load(gym.Database);
            for (var kill = 0; kill < Extent.Of(3, 8); kill++)
            {
                await KillMigration(gym, afterMilliseconds: (80 * kill * kill) + (round * 15));
            }

            await ThreeStart(gym, EventsThere);
        }

        if (Extent.IsFull)
        {
            using var empty = new Gym(new TestDatabase(provider));
            await ThreeStart(empty, eventsThere: 0);
        }
    }

    private static async Task KillMigration(Gym gym, int afterMilliseconds)
    {
        using var over = new CancellationTokenSource();
        await gym.Server.KilledVerb(Moment(), "migrate");
        await over.CancelAsync();
        await TestContext.Out.WriteLineAsync($"killed after {afterMilliseconds} ms with {await Previous.Count(gym.Database, "\"__EFMigrationsHistory\"")} migrations");

        async Task Moment()
        {
            while (!await Previous.IsMigrating(gym.Database) && !over.IsCancellationRequested)
            {
                await Task.Delay(5);
            }

            await Task.Delay(afterMilliseconds);
        }
    }

    private static async Task ThreeStart(Gym gym, long eventsThere)
    {
        Server[] servers = [gym.Server, gym.Host(), gym.Host()];
        try
        {
            await Task.WhenAll(servers.Select(server => server.Start()));
            (await Previous.Count(gym.Database, "events")).ShouldBe(eventsThere);
            using var lifter = await Account.Open(gym.Server.Address);
            await Task.WhenAll(servers.Select(server => lifter.Device(() => server.Address).Log(5)));
            await lifter.ShouldBeWhole(gym.Server.Address);
            await gym.ProjectionsShouldBeTrue();
        }
        finally
        {
            Array.ForEach(servers[1..], server => server.Dispose());
        }
    }
}
