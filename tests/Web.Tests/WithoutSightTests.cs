using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Who uses the keyboard or a screen reader stays where they were, and hears what happens each time that it does.</summary>
internal sealed class WithoutSightTests : PhoneTest
{
    [Test]
    public async Task Skipping_to_the_content_stays_on_its_screen()
    {
        var page = await Phone();
        await Go(page, "template/new");
        await page.GetByTestId("template").GetByLabel("Name").FillAsync("Half typed");
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await Expect(page.GetByTestId("template").GetByLabel("Name")).ToHaveValueAsync("Half typed");
        page.Url.ShouldEndWith("#template/new");
    }

    [Test]
    public async Task The_same_set_again_is_told_again()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await ListenIn(page);
        foreach (var sets in new[] { 2, 3 })
        {
            await page.GetByTestId("next-set").ClickAsync();
            await Expect(page.GetByTestId("set")).ToHaveCountAsync(sets);
            await Holds(page, $"told.filter((text) => text === 'Logged 100 kg × 8').length === {sets - 1}");
        }

        await ListenIn(page);
        foreach (var times in new[] { 1, 2 })
        {
            await Type(page, "bench press 100 for 8");
            await Holds(page, $"told.filter((text) => text.includes('100 kg × 8')).length === {times}");
        }
    }

    [Test]
    public async Task The_focus_goes_on_where_what_had_it_is_gone()
    {
        var page = await Phone();
        await Type(page, "start workout");
        var mic = page.GetByTestId("mic");
        await Type(page, "shoulder press 40 for 10");
        await page.GetByTestId("option").Nth(1).PressAsync("Enter");
        await Expect(mic).ToBeFocusedAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).PressAsync("Enter");
        await Expect(mic).ToBeFocusedAsync();
        await Sent(page);

        await page.GetByTestId("workout-menu").ClickAsync();
        var menu = page.GetByTestId("menu");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Save as a template" }).ClickAsync();
        await page.GetByTestId("workout-menu").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "Discard workout" }).PressAsync("Enter");
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "Keep going" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("workout-menu").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).PressAsync("Enter");
        await Expect(menu.Locator(".card")).ToBeFocusedAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await Go(page, "templates");
        await page.GetByTestId("template-card").GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete template" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" })).ToBeFocusedAsync();
    }

    [TestCase(390, 48)]
    [TestCase(360, 48)]
    [TestCase(320, 43)]
    public async Task A_day_of_the_calendar_is_large_enough_for_a_thumb(int width, int across)
    {
        var page = await Phone(width: width);
        await Train(page, "100");
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(1);
        var day = (await page.Locator(".days button").Locator("visible=true").First.BoundingBoxAsync())!;
        // Seven have no room for more on the smallest phone.
        day.Width.ShouldBeGreaterThanOrEqualTo(across);
        day.Height.ShouldBeGreaterThanOrEqualTo(48);
        (await Lost(page)).ShouldBeEmpty();
    }

    [Test]
    public async Task An_address_that_was_mangled_opens_the_log()
    {
        var page = await Phone();
        await Go(page, "history");
        await page.EvaluateAsync("() => { location.hash = '#session/%'; }");
        await Expect(page.GetByText("Ready when you are")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("Ready when you are")).ToBeVisibleAsync();
    }
}
