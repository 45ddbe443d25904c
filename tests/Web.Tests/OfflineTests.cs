using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Without a signal every screen opens, and what can't be done now is kept in sight; a new version waits until it is asked for. What a log survives is the gauntlet's.</summary>
[NonParallelizable, Category("Alone")]
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
    public async Task A_screen_that_has_not_come_yet_is_told_and_comes_with_the_next_connection()
    {
        await using var phone = await Browsing.Browser.NewContextAsync(new BrowserNewContextOptions { ServiceWorkers = ServiceWorkerPolicy.Block });
        await Prepare(phone);
        var page = await Open(phone);
        await page.RouteAsync("**/assets/screens-*", route => route.AbortAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(page.GetByTestId("toast")).ToContainTextAsync("not on this phone yet");
        await Type(page, "start workout");
        await Sent(page);
        await page.UnrouteAllAsync();
        await Go(page, "history");
        await Expect(page.GetByTestId("history").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
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
        var other = await Open(page.Context);
        await other.EvaluateAsync("window.sameDocument = true");
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
        await Go(other, "history");
        await Expect(other.GetByTestId("session-card")).ToHaveCountAsync(1);
        (await other.EvaluateAsync<bool>("window.sameDocument === undefined")).ShouldBeTrue("the other tab came along between two screens");
    }

    [Test]
    public async Task What_another_device_made_impossible_stays_in_sight_until_it_is_decided()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        using var account = await Owner(page);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await page.Context.SetOfflineAsync(true);
        foreach (var set in new[] { 2, 3 })
        {
            await page.GetByTestId("next-set").ClickAsync();
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(set);
        }

        await Write(account, "/api/workouts/current/complete", new { });
        await page.Context.SetOfflineAsync(false);
        var chip = page.GetByTestId("sync-chip");
        await Expect(chip).ToHaveTextAsync("Needs you: 2");
        var refused = page.GetByTestId("needs-you");
        await Expect(refused.First).ToContainTextAsync("Log set: Bench Press: 100 kg × 8");
        await refused.First.GetByRole(AriaRole.Button, new() { Name = "Let go" }).ClickAsync();
        await Expect(chip).ToHaveTextAsync("Needs you: 1");
        await page.ReloadAsync();
        await Expect(chip).ToHaveTextAsync("Needs you: 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start workout" }).ClickAsync();
        await refused.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Sent(page);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await Expect(refused).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_sentence_said_offline_is_kept_and_done_later_with_its_own_time()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        await page.Context.SetOfflineAsync(true);
        await Type(page, "bench press 100 for 8");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Kept");
        await Expect(page.GetByTestId("needs-you")).ToContainTextAsync("Kept as a note to sort out");
        var said = DateTimeOffset.UtcNow;
        await page.Context.SetOfflineAsync(false);
        await Expect(page.GetByTestId("set")).ToContainTextAsync("100 kg × 8");
        await Sent(page);
        using var account = await Owner(page);
        var workout = System.Text.Json.Nodes.JsonNode.Parse(await account.GetStringAsync("/api/workouts/current"))!;
        var set = workout["exercises"]![0]!["sets"]![0]!;
        set["loggedAt"]!.GetValue<DateTimeOffset>().ShouldBeLessThanOrEqualTo(said, "when it was said, not when it was sent");
    }

    [Test]
    public async Task What_is_done_without_a_signal_to_the_exercises_of_a_template_stands_when_it_is_sent()
    {
        var page = await Phone();
        await Sent(page);
        using var account = await Owner(page);
        await Write(account, "/api/templates", new { name = "Push", exercises = new[] { new { exerciseId = "bench-press" }, new { exerciseId = "squat" } } });
        await page.ReloadAsync();
        await Go(page, "templates");
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start Push" });
        await Expect(start).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        await start.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More for Bench Press" }).ClickAsync();
        await page.GetByTestId("entry-sheet").GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FillAsync("Seat on four");
        await page.GetByTestId("entry-sheet").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More for Squat" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove from workout" }).ClickAsync();
        await Expect(page.GetByTestId("sync-chip")).ToHaveTextAsync("Saved here · 3 to send");
        await page.Context.SetOfflineAsync(false);
        await Sent(page);
        var workout = System.Text.Json.Nodes.JsonNode.Parse(await account.GetStringAsync("/api/workouts/current"))!;
        workout["exercises"]!.AsArray().Select(entry => $"{entry!["name"]}: {entry["note"]}").ShouldBe(["Bench Press: Seat on four"]);
    }

    [Test]
    public async Task A_browser_killed_in_its_first_moments_comes_back_with_every_set()
    {
        var profile = Directory.CreateTempSubdirectory("titan-phone-").FullName;
        try
        {
            var page = await Opened(profile);
            await Type(page, "start workout");
            await Type(page, "bench press 100 for 8");
            await Sent(page);
            await page.Context.SetOfflineAsync(true);
            await page.GetByTestId("next-set").ClickAsync();
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
            // Before it has written its cookies: who comes back is nobody that the server knows.
            await PhoneProcess.Kill(profile);
            page = await Opened(profile);
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
            await Sent(page);
            using var account = await Owner(page);
            var workout = System.Text.Json.Nodes.JsonNode.Parse(await account.GetStringAsync("/api/workouts/current"))!;
            workout["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(2);
        }
        finally
        {
            await PhoneProcess.Kill(profile);
            Directory.Delete(profile, recursive: true);
        }
    }

    private async Task<IPage> Opened(string profile)
    {
        var phone = await PhoneProcess.Start(profile);
        await Prepare(phone);
        return await Open(phone);
    }

    [Test]
    public async Task Storage_that_is_full_or_closed_is_said_before_anything_is_lost()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        await FillStorage(page);
        var warning = page.GetByText("This browser keeps nothing");
        await Type(page, "bench press 100 for 8");
        await Expect(page.GetByTestId("message")).ToContainTextAsync("Not kept");
        await Expect(warning).ToBeVisibleAsync();
        await page.EvaluateAsync("makeRoom()");
        await Type(page, "bench press 100 for 8");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await Expect(warning).ToBeHiddenAsync();
        await page.Context.AddInitScriptAsync("IDBFactory.prototype.open = () => { throw new DOMException('closed', 'SecurityError'); }");
        await page.ReloadAsync();
        await Expect(warning).ToBeVisibleAsync();
    }
}
