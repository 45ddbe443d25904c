namespace TitanTrakr.Endurance;

/// <summary>Phones that keep logging while something happens.</summary>
internal static class Streams
{
    /// <summary>Lets devices log for as long as the fault takes.</summary>
    public static async Task While(Func<Task> fault, params IEnumerable<Device> devices)
    {
        using var stop = new CancellationTokenSource();
        var streams = devices.Select(device => Task.Run(() => device.Stream(stop.Token))).ToList();
        try
        {
            await fault();
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(streams);
        }
    }

    /// <summary>Waits until so many more sets than now were acknowledged: it must go on by itself.</summary>
    public static async Task More(this Ledger ledger, int sets, int withinSeconds = 60)
    {
        var goal = ledger.Acknowledged + sets;
        var patience = Environment.TickCount64 + (withinSeconds * 1000);
        while (ledger.Acknowledged < goal && Environment.TickCount64 < patience)
        {
            await Task.Delay(10);
        }

        ledger.Acknowledged.ShouldBeGreaterThanOrEqualTo(goal, "sets should be logged again");
    }
}
