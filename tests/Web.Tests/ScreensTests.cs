using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>The screens behind Log with something in them; kept as pictures for the documents.</summary>
internal sealed class ScreensTests : PhoneTest
{
    [TestCase(ColorScheme.Dark, "dark")]
    [TestCase(ColorScheme.Light, "light")]
    public async Task What_was_trained_fills_history_charts_and_templates(ColorScheme scheme, string name)
    {
        var page = await Phone(scheme);
        await Train(page);
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(3);
        await Screen(page, $"history-{name}");
        await page.GetByTestId("session-card").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByTestId("past-set")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a template" }).ClickAsync();
        await Go(page, "exercise/bench-press");
        await Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await page.Locator(".chart").EvaluateAsync("chart => chart.scrollIntoView({ block: 'center' })");
        await Screen(page, $"exercise-{name}");
        await Go(page, "exercises");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("inclin dumbell");
        await Expect(page.GetByTestId("exercises")).ToContainTextAsync("Incline Dumbbell");
        await Screen(page, $"exercises-{name}");
        await Go(page, "settings");
        await Screen(page, $"settings-{name}");
        await Go(page, "templates");
        await Expect(page.GetByTestId("template-card")).ToContainTextAsync("Bench Press");
        await Screen(page, $"templates-{name}");
        await page.GetByTestId("template-card").GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.GetByTestId("exercise").First).ToContainTextAsync("of");
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await Sent(page);
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
    }

    private static async Task Train(IPage page)
    {
        foreach (var load in new[] { "95", "97.5", "100" })
        {
            await Type(page, "start workout");
            await Type(page, $"bench press {load} for 8");
            await Type(page, "squat 140 for 5");
            await Type(page, "finish workout");
        }

        await Sent(page);
    }
}
