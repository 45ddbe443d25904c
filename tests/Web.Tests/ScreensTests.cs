using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>The screens behind Log with something in them; kept as pictures for the documents.</summary>
internal sealed class ScreensTests : PhoneTest
{
    [Test]
    public async Task What_was_trained_fills_history_charts_statistics_and_templates()
    {
        var page = await Phone();
        await Train(page, "95", "97.5", "100");
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(3);
        await Screen(page, "history");
        await page.GetByTestId("session-card").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByTestId("past-set")).ToHaveCountAsync(2);
        await Screen(page, "session");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a template" }).ClickAsync();
        await Go(page, "exercise/bench-press");
        await Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await page.Locator(".chart").EvaluateAsync("chart => chart.scrollIntoView({ block: 'center' })");
        await Screen(page, "exercise");
        await Go(page, "exercises");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("inclin dumbell");
        await Expect(page.GetByTestId("exercises")).ToContainTextAsync("Incline Dumbbell");
        await Screen(page, "exercises");
        await Go(page, "settings");
        await Screen(page, "settings");
        await Go(page, "stats");
        await Expect(page.GetByTestId("stats")).ToContainTextAsync("1 week in a row");
        await Expect(page.GetByTestId("stats").GetByRole(AriaRole.Table).First).ToContainTextAsync("4,440 kg");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sets per muscle", Exact = true })).ToContainTextAsync("quads");
        await Go(page, "templates");
        await Expect(page.GetByTestId("template-card")).ToContainTextAsync("Bench Press");
        await page.GetByTestId("template-card").GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.GetByTestId("exercise").First).ToContainTextAsync("of");
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await Sent(page);
    }

    [Test]
    public async Task Statistics_of_many_weeks_are_drawn_and_stand_in_a_table()
    {
        var page = await Phone();
        using var account = await Owner(page);
        for (var week = 0; week < 6; week++)
        {
            var day = DateTimeOffset.UtcNow.AddDays(-7 * week).AddHours(-2);
            var sets = Enumerable.Range(0, 3 + (week % 3)).Select(_ => new { load = new { value = 100 - week, unit = "kg" }, reps = 8 });
            await Write(account, "/api/history", new { name = "Push day", startedAt = day, completedAt = day.AddMinutes(55), exercises = new[] { new { exerciseId = "bench-press", sets } } });
        }

        await page.ReloadAsync();
        await Sent(page);
        await Go(page, "stats");
        await Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("stats").GetByRole(AriaRole.Table).First.GetByRole(AriaRole.Row)).ToHaveCountAsync(7);
        await Screen(page, "stats");
        await page.GetByRole(AriaRole.Button, new() { Name = "Months" }).ClickAsync();
        await Expect(page.GetByTestId("stats")).ToContainTextAsync("This month");
    }

    [Test]
    public async Task Body_weight_is_logged_drawn_and_taken_back()
    {
        var page = await Phone();
        await Go(page, "weight");
        await Expect(page.GetByTestId("weight")).ToContainTextAsync("No weights yet");
        foreach (var weight in new[] { "82.4", "82,1", "81.7" })
        {
            await page.GetByLabel("Weight, kg").FillAsync(weight);
            await page.GetByRole(AriaRole.Button, new() { Name = "Log body weight" }).ClickAsync();
            await Expect(page.GetByTestId("weight-row").First).ToContainTextAsync(weight.Replace(',', '.'));
        }

        await Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("weight")).ToContainTextAsync("−0.4 kg since last time");
        await Screen(page, "weight");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove 81.7 kg" }).ClickAsync();
        await Expect(page.GetByTestId("weight-row")).ToHaveCountAsync(2);
        await page.GetByTestId("notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByTestId("weight-row")).ToHaveCountAsync(3);
        await Go(page, "log");
        await Sent(page);
        await page.ReloadAsync();
        await Go(page, "weight");
        await Expect(page.GetByTestId("weight-row")).ToHaveCountAsync(3);
    }

    [Test]
    public async Task A_name_learned_by_voice_is_listed_and_forgotten()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "shoulder press 40 for 10");
        await page.GetByTestId("option").Nth(1).ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await Sent(page);
        await Go(page, "names");
        await Expect(page.GetByTestId("learned-name")).ToContainTextAsync("shoulder press");
        await Screen(page, "names");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget shoulder press" }).ClickAsync();
        await Expect(page.GetByTestId("learned-name")).ToHaveCountAsync(0);
        await Go(page, "log");
        await Sent(page);
        await page.ReloadAsync();
        await Sent(page);
        await Go(page, "names");
        await Expect(page.GetByTestId("names")).ToContainTextAsync("Nothing learned yet");
    }

    [Test]
    public async Task Templates_are_put_in_order_by_dragging_and_by_buttons_and_bind_supersets()
    {
        var page = await Phone();
        foreach (var name in new[] { "Push", "Pull", "Legs" })
        {
            await Go(page, "template/new");
            await page.GetByTestId("template").GetByLabel("Name").FillAsync(name);
            foreach (var exercise in name == "Legs" ? ["Squat", "Leg Curl"] : Array.Empty<string>())
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Add exercise" }).ClickAsync();
                await page.GetByRole(AriaRole.Searchbox).FillAsync(exercise);
                await page.GetByTestId("add-exercise").First.ClickAsync();
            }

            if (name == "Legs")
            {
                await page.GetByTestId("planned").Nth(1).GetByLabel("Superset with the one above").CheckAsync();
                await Screen(page, "template");
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByTestId("templates")).ToBeVisibleAsync();
        }

        var cards = page.GetByTestId("template-card");
        await Expect(cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync(["Push", "Pull", "Legs"]);
        var grip = (await cards.Nth(2).Locator("[data-grip]").BoundingBoxAsync())!;
        var top = (await cards.First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(grip.X + 20, grip.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X + 20, top.Y + 20, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync(["Legs", "Push", "Pull"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Pull up" }).PressAsync("Enter");
        await Expect(cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync(["Legs", "Pull", "Push"]);
        await Screen(page, "templates");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start Legs" }).ClickAsync();
        await Expect(page.GetByText("Superset", new() { Exact = true }).Locator("visible=true")).ToHaveCountAsync(2);
        await Sent(page);
        await page.ReloadAsync();
        await Expect(page.GetByText("Superset", new() { Exact = true }).Locator("visible=true")).ToHaveCountAsync(2);
        await Go(page, "templates");
        await Expect(cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync(["Legs", "Pull", "Push"]);
    }

    [Test]
    public async Task A_finished_workout_is_shared_as_text_and_as_a_picture()
    {
        var page = await Phone();
        await page.EvaluateAsync("""
            () => {
              window.shared = [];
              navigator.share = async (data) => { shared.push({ text: data.text ?? '', files: (data.files ?? []).map((file) => [file.name, file.type, file.size]) }); };
              navigator.canShare = () => true;
            }
            """);
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        await page.GetByTestId("workout-menu").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Share as text" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Share as picture" }).ClickAsync();
        await Holds(page, "shared.length === 2");
        (await page.EvaluateAsync<string>("shared[0].text")).ShouldContain("Bench Press: 100 kg × 8");
        (await page.EvaluateAsync<string>("shared[1].files[0][1]")).ShouldBe("image/png");
        (await page.EvaluateAsync<int>("shared[1].files[0][2]")).ShouldBeGreaterThan(10_000);
        await Screen(page, "finished");
        // Where pictures can't be shared they are saved.
        await page.EvaluateAsync("navigator.canShare = () => false");
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Share as picture" }).ClickAsync());
        saved.SuggestedFilename.ShouldEndWith(".png");
    }

    [Test]
    public async Task A_German_phone_speaks_German_and_counts_with_a_comma()
    {
        var page = await Phone(locale: "de-DE");
        await Expect(page.GetByRole(AriaRole.Navigation)).ToContainTextAsync("Verlauf");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Satz sagen oder tippen" }).FillAsync("start workout");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("sync-chip")).ToHaveTextAsync("Alles gesendet");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Satz sagen oder tippen" }).FillAsync("bench press 82.5 for 8");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("set")).ToContainTextAsync("82,5 kg × 8");
        (await page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("de");
        // Its words are longer, and have room on the smallest phone too.
        await page.SetViewportSizeAsync(320, 640);
        var lost = new List<string>(await Lost(page));
        await page.GetByTestId("set").ClickAsync();
        await Expect(page.GetByTestId("sheet")).ToBeVisibleAsync();
        lost.AddRange(await Lost(page));
        await page.Keyboard.PressAsync("Escape");
        foreach (var screen in new[] { "history", "stats", "weight", "exercises", "templates", "template/new", "settings", "account", "import", "names" })
        {
            await Go(page, screen);
            lost.AddRange((await Lost(page)).Select(each => $"{screen}: {each}"));
        }

        lost.ShouldBeEmpty();
    }
}
