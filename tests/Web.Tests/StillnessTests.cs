using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// Nothing moves under the thumb: the layout shifts that Chromium itself counts (Layout Instability, W3C draft), each of them, without the session
/// windows that would forgive a long visit. What follows a tap within half a second is that tap's doing and not counted, as the definition has it.
/// </summary>
[NonParallelizable, Category("Alone")]
internal sealed class StillnessTests : PhoneTest
{
    /// <summary>UX.md's limit for cumulative layout shift.</summary>
    private const double Most = 0.01;

    private const string Watch = """
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput, sources } of list.getEntries()) {
            if (!hadRecentInput) shifts.push({ value, of: sources.map(({ node, previousRect: from, currentRect: to }) => `${(node?.outerHTML ?? node?.parentElement?.outerHTML ?? '').slice(0, 90)} ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`) });
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    [Test]
    public async Task Nothing_moves_while_the_app_opens_a_set_is_logged_or_a_screen_comes()
    {
        var moved = new List<string>();
        await using var context = await Browsing.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, Locale = "en-US" });
        await Prepare(context);
        await context.AddInitScriptAsync(Watch);
        var page = await Open(context);
        await Sent(page);
        await Note(page, "cold start", moved);

        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        // What is said of a set comes and goes above the hand, and how soon after the tap depends on the machine: here it is what one aims at that stays.
        await Expect(page.GetByTestId("next-set")).ToBeVisibleAsync();
        var before = await Boxes(page);
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await Sent(page);
        (await Boxes(page)).ShouldBe(before);
        await Note(page, "logging a set", []);

        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        await page.ReloadAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await Sent(page);
        await Note(page, "second start, with a workout", moved);

        await Type(page, "finish workout");
        await Sent(page);
        await page.ReloadAsync();
        await Expect(page.GetByText("Ready when you are")).ToBeVisibleAsync();
        await Sent(page);
        await Note(page, "second start, without one", moved);
        foreach (var screen in new[] { "history", "stats", "weight", "exercises", "exercise/bench-press", "templates", "template/new", "settings", "account", "import", "names", "log" })
        {
            await Go(page, screen);
            await Expect(page.GetByText("Loading").Locator("visible=true")).ToHaveCountAsync(0);
            await Note(page, screen, moved);
            await page.ReloadAsync();
            await Expect(page.GetByTestId(screen.Split('/')[0])).ToBeVisibleAsync();
            await Expect(page.GetByText("Loading").Locator("visible=true")).ToHaveCountAsync(0);
            await Note(page, $"{screen}, opened by its address", moved);
        }

        moved.ShouldBeEmpty();
    }

    private static Task<string[]> Boxes(IPage page) => page.EvaluateAsync<string[]>("""
        () => ['.mic', '.say input', '[data-testid=next-set]', '[data-testid=workout-menu]', '.log h1', '[data-testid=exercise] h2', '[data-testid=set]'].map((name) => {
          const { left, top, width, height } = document.querySelector(name).getBoundingClientRect();
          return `${name} ${left},${top} ${width}x${height}`;
        })
        """);

    // What has moved so far, once two frames have passed in which it could have.
    private static async Task Note(IPage page, string when, List<string> moved)
    {
        var shifts = await page.EvaluateAsync<JsonElement>("""
            async () => {
              for (let frame = 0; frame < 2; frame++) await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
              return shifts.splice(0);
            }
            """);
        var sum = shifts.EnumerateArray().Sum(shift => shift.GetProperty("value").GetDouble());
        TestContext.Out.WriteLine($"{when}: {sum:0.0000}");
        if (sum > Most)
        {
            moved.Add($"{when}: {sum:0.0000} {shifts.GetRawText()}");
        }
    }
}
