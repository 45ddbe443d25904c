using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>No signal, a killed browser, a faulty network: the server holds each set once, in the device's order. Every screen opens, tabs agree, and a new version waits until it is asked for.</summary>
internal sealed class OfflineTests : PhoneTest
{
    [Test]
    public async Task Sets_logged_offline_survive_a_killed_browser_and_arrive_once()
    {
        var profile = Directory.CreateTempSubdirectory("titan-phone-").FullName;
        try
        {
            var phone = await Start(profile);
            var page = await Open(phone);
            await Type(page, "start workout");
            await Type(page, "bench press 100 for 8");
            await Sent(page);
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
            await phone.CloseAsync();

            phone = await Start(profile);
            await phone.SetOfflineAsync(true);
            page = await Open(phone);
            for (var set = 2; set <= 6; set++)
            {
                await page.GetByTestId("next-set").ClickAsync();
                await Expect(page.GetByTestId("set")).ToHaveCountAsync(set);
            }

            await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("5 to send");
            await Kill(profile);

            phone = await Start(profile);
            page = await Open(phone);
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(6);
            await Sent(page);
            (await Numbers(page)).ShouldBe(["1", "2", "3", "4", "5", "6"]);
            await page.ReloadAsync();
            await Sent(page);
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(6);
            await phone.CloseAsync();
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    [Test]
    public async Task Lost_replies_refusals_of_the_moment_and_captive_portals_double_and_lose_nothing()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        var turn = 0;
        await page.RouteAsync("**/api/events", async route =>
        {
            switch (turn++ % 6)
            {
                case 0: // the server has it, the phone never hears of it
                    await route.FetchAsync();
                    await route.AbortAsync();
                    break;
                case 1:
                    await route.FulfillAsync(new RouteFulfillOptions { Status = 500, ContentType = "application/problem+json", Body = "{}" });
                    break;
                case 2:
                    await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/html", Body = "<h1>Welcome to the gym's network</h1>" });
                    break;
                case 3:
                    await route.FulfillAsync(new RouteFulfillOptions { Status = 429, ContentType = "application/problem+json", Body = "{}" });
                    break;
                case 4:
                    await route.FulfillAsync(new RouteFulfillOptions { Status = 401, ContentType = "application/problem+json", Body = "{}" });
                    break;
                default:
                    await route.ContinueAsync();
                    break;
            }
        });
        for (var set = 2; set <= 25; set++)
        {
            await page.GetByTestId("next-set").ClickAsync();
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(set);
        }

        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Sent(page);
        await page.ReloadAsync();
        await Sent(page);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(25);
    }

    [Test]
    public async Task Every_screen_opens_cold_without_a_network()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        await page.Context.SetOfflineAsync(true);
        foreach (var screen in new[] { "log", "history", "exercises", "exercise/bench-press", "templates", "template/new", "settings", "account", "import" })
        {
            var cold = await Open(page.Context, $"#{screen}");
            await Expect(cold.GetByTestId(screen.Split('/')[0]).GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await cold.CloseAsync();
        }
    }

    [Test]
    public async Task A_new_version_asks_and_never_in_the_middle_of_a_workout()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        await page.ReloadAsync();
        await Holds(page, "navigator.serviceWorker.controller !== null");
        await page.EvaluateAsync("window.sameDocument = true");
        File.Delete(Browsing.Served("sw.js.br"));
        await File.AppendAllTextAsync(Browsing.Served("sw.js"), $"\n// {Guid.NewGuid()}");
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Holds(page, "navigator.serviceWorker.getRegistration().then((registration) => registration.waiting !== null)");
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await Expect(page.GetByText("A new version is ready.")).ToBeHiddenAsync();
        (await page.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue("nothing reloads by itself");
        await Type(page, "finish workout");
        await Expect(page.GetByText("A new version is ready.")).ToBeVisibleAsync();
        await Go(page, "settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restart with the new version" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Restart with the new version" })).ToBeHiddenAsync();
        await Expect(page.GetByTestId("settings")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("window.sameDocument === undefined")).ShouldBeTrue("it is the new version now");
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Two_tabs_are_one_phone()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        var other = await Open(page.Context);
        await Expect(other.GetByTestId("set")).ToHaveCountAsync(1);
        await other.GetByTestId("next-set").ClickAsync();
        await page.GetByTestId("next-set").ClickAsync();
        await Sent(page);
        await Sent(other);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(3);
        await Expect(other.GetByTestId("set")).ToHaveCountAsync(3);
    }

    private static Task<IBrowserContext> Start(string profile) => Browsing.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = Browsing.Flags,
        ViewportSize = new ViewportSize { Width = 390, Height = 844 },
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-US",
    });

    private static async Task<IReadOnlyList<string>> Numbers(IPage page) => await page.Locator("[data-testid=set] > :nth-child(2)").AllInnerTextsAsync();

    // SIGKILL to the browser process of this profile, found by its command line; its children go with it.
    private static async Task Kill(string profile)
    {
        foreach (var process in Process.GetProcesses().Where(process => IsBrowserOf(process, profile)))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static bool IsBrowserOf(Process process, string profile)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process.Id}/cmdline");
            return command.Contains($"--user-data-dir={profile}", StringComparison.Ordinal) && !command.Contains("--type=", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
