using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>No signal: every screen opens, tabs agree, and a new version waits until it is asked for.</summary>
internal sealed class OfflineTests : PhoneTest
{
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
}
