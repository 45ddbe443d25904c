using Npgsql;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>PostgreSQL goes away under load and comes back. It is a server of the fixture's own, to be broken at will.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class PostgresTests
{
    // What the contract gives a host to be well again once its database is.
    private const int SecondsToRecover = 10;

    private PostgresServer _postgres = null!;
    private Gym _gym = null!;
    private Account _lifter = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _postgres = PostgresServer.StartOwn();
        _gym = await Gym.Open(new TestDatabase(Provider.Postgres, _postgres, null));
    }

    [OneTimeTearDown]
    public void Close()
    {
        _gym?.Dispose();
        _postgres.Dispose();
    }

    [SetUp]
    public async Task Lifter() => _lifter = await Account.Open(_gym.Server.Address);

    [TearDown]
    public void Leave() => _lifter.Dispose();

    [TestCase("fast")]
    [TestCase("immediate")]
    [TestCase("kill")]
    public Task Stopped_crashed_or_killed_and_started_again(string how) => Under(async () =>
    {
        Down(how);
        await Task.Delay(Extent.Of(200, 5000));
        await ShouldBeAway();
        _postgres.Restart();
    });

    [Test]
    public Task Restarted_at_once() => Under(() =>
    {
        Down("fast");
        _postgres.Restart();
        return Task.CompletedTask;
    });

    [Test]
    public Task Frozen_and_thawed() => Under(async () =>
    {
        _postgres.Freeze(frozen: true);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(Extent.Of(1, 18)));
            (await Status("/health/ready")).ShouldBe(503);
            (await Status("/health/live")).ShouldBe(200);
        }
        finally
        {
            _postgres.Freeze(frozen: false);
        }
    });

    /// <summary>The answer to a commit is among them: whether it was kept, the host can't know.</summary>
    [Test]
    public async Task Its_answers_are_lost_reset_halved_and_late()
    {
        var way = new NpgsqlConnectionStringBuilder(_gym.Database.ConnectionString);
        var port = way.Port;
        using var proxy = new ChaosProxy(() => port, rolls: 30);
        way.Port = proxy.Port;
        using var host = _gym.Host(way.ToString());
        await host.Start();
        var devices = Enumerable.Range(0, 2).Select(_ => _lifter.Device(() => host.Address)).ToList();
        await Task.WhenAll(devices.Select(device => device.Log(Extent.Of(20, 300))));
        _lifter.Ledger.Acknowledged.ShouldBe(2 * Extent.Of(20, 300));
        proxy.Faults.Values.Sum().ShouldBeGreaterThan(4);
        await _gym.ShouldHold(_lifter);
    }

    private void Down(string how)
    {
        if (how == "kill")
        {
            _postgres.Kill();
        }
        else
        {
            _postgres.Stop(how);
        }
    }

    private async Task ShouldBeAway()
    {
        (await Status("/api/workouts/current")).ShouldBe(503);
        (await Status("/health/ready")).ShouldBe(503);
        (await Status("/health/live")).ShouldBe(200);
    }

    private async Task Under(Func<Task> fault)
    {
        await Streams.While(
            async () =>
            {
                await _lifter.Ledger.More(5);
                await fault();
                await _lifter.Ledger.More(3, SecondsToRecover);
            },
            _lifter.Device(() => _gym.Server.Address));
        await _gym.ShouldHold(_lifter);
    }

    private async Task<int> Status(string path)
    {
        using var client = _lifter.Client(_gym.Server.Address);
        using var response = await client.GetAsync(path);
        return (int)response.StatusCode;
    }
}
