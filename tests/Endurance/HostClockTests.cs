using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>The host's own clock jumps. For that the host is in the test's process, on a clock that the test sets.</summary>
internal sealed class HostClockTests(Provider provider) : EnduranceTest(provider)
{
    [Test]
    public async Task A_host_whose_clock_goes_back_a_day_and_ten_years_keeps_every_set_in_order()
    {
        var now = DateTimeOffset.UtcNow;
        var clock = new FakeTimeProvider(now);
        await using var host = Host(clock);
        host.UseKestrel();
        host.StartServer();
        var address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var lifter = await Account.Open(address);
        var device = lifter.Device(() => address);
        foreach (var time in new[] { now, now.AddDays(-1), now.AddYears(-10), now })
        {
            clock.AdjustTime(time);
            await lifter.Renew(address);
            await device.Log(Extent.Of(3, 50));
        }

        clock.AdjustTime(now.AddYears(-10));
        await lifter.Renew(address);
        using var client = lifter.Client(address);
        using var completed = await client.PostAsJsonAsync("/api/workouts/current/complete", new { });
        ((int)completed.StatusCode).ShouldBe(200, "a workout that seems to end before it began");
        await lifter.ShouldBeWhole(address);
        await Gym.ProjectionsShouldBeTrue(lifter);
    }

    private WebApplicationFactory<Program> Host(FakeTimeProvider clock) => new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseContentRoot(Gym.Database.Home);
        web.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in Gym.Database.Settings)
        {
            web.UseSetting(key, value);
        }

        web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
    });
}
