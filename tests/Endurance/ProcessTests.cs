using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>The host's process dies, stops, or is there twice.</summary>
internal sealed class ProcessTests(Provider provider) : EnduranceTest(provider)
{
    private readonly Random _dice = new(20261126);

    private protected override bool BreaksHost => true;

    /// <summary>Each kill comes at some point of the streams: before the first answer, between two, in the middle of one.</summary>
    [Test]
    public async Task Killed_again_and_again_while_two_accounts_log()
    {
        Account[] lifters = [await Lifter(), await Lifter()];
        await Streams.While(
            async () =>
            {
                for (var kill = 0; kill < Extent.Of(8, 100); kill++)
                {
                    await lifters[kill % 2].Ledger.More(_dice.Next(4));
                    await Task.Delay(_dice.Next(15));
                    Server.Kill();
                    await Server.Start();
                }
            },
            lifters.Select(lifter => lifter.Device(() => Server.Address)));
        lifters.ShouldAllBe(lifter => lifter.Ledger.Acknowledged > 0);
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task Told_to_stop_under_load_it_finishes_what_it_began_and_goes()
    {
        var lifter = await Lifter();
        await Streams.While(
            async () =>
            {
                for (var stop = 0; stop < Extent.Of(1, 10); stop++)
                {
                    await lifter.Ledger.More(4);
                    (await Server.Terminate(TimeSpan.FromSeconds(10))).ShouldBeTrue("it should go within ten seconds");
                    await Server.Start();
                }
            },
            Enumerable.Range(0, 4).Select(_ => lifter.Device(() => Server.Address)));
        await NothingIsLostOrDoubled();
    }

    [Test]
    public async Task Six_devices_and_two_processes_on_one_account()
    {
        using var second = Gym.Host();
        await second.Start();
        var lifter = await Lifter();
        var devices = Enumerable.Range(0, 6).Select(i => lifter.Device(() => i % 2 == 0 ? Server.Address : second.Address)).ToList();
        await Task.WhenAll(devices.Select(device => device.Log(Extent.Of(10, 100))));
        lifter.Ledger.Acknowledged.ShouldBe(6 * Extent.Of(10, 100));
        await NothingIsLostOrDoubled();
    }
}
