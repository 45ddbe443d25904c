using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>On a phone whose storage is full nothing is said to be saved, and what was typed stays where it was typed.</summary>
internal sealed class FullStorageTests : MemberTest
{
    [Test]
    public async Task A_sheet_stays_open_with_what_was_typed_and_says_why()
    {
        var page = await Started();
        await FillStorage(page);
        await page.GetByTestId("set").ClickAsync();
        var sheet = page.GetByTestId("sheet");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Heavier" }).ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not kept");
        await Expect(sheet.GetByLabel("Load")).ToHaveValueAsync("102.5");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "More for Bench Press" }).ClickAsync();
        var entry = page.GetByTestId("entry-sheet");
        await entry.GetByLabel("Note").FillAsync("paused");
        await entry.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(entry.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not kept");
        await Expect(entry.GetByLabel("Note")).ToHaveValueAsync("paused");
        await entry.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await page.GetByTestId("workout-menu").ClickAsync();
        var menu = page.GetByTestId("menu");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not kept");
        await Expect(menu.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Workout");
        await page.EvaluateAsync("makeRoom()");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Finished");
        await Expect(page.GetByText("This browser keeps nothing")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_screen_stays_where_it_is_and_the_warning_stands_on_all_of_them()
    {
        var page = await Started();
        await Go(page, "template/new");
        await FillStorage(page);
        var name = page.GetByTestId("template").GetByLabel("Name");
        await name.FillAsync("Push");
        await Refused(page, "Save");
        await Expect(page.GetByText("This browser keeps nothing")).ToBeVisibleAsync();
        await Expect(name).ToHaveValueAsync("Push");

        await Go(page, "weight");
        await page.GetByLabel("Weight, kg").FillAsync("82");
        await page.GetByTestId("weight").GetByLabel("Note").FillAsync("before breakfast");
        await Refused(page, "Log body weight");
        await Expect(page.GetByTestId("weight").GetByLabel("Note")).ToHaveValueAsync("before breakfast");

        await Go(page, "exercises");
        await page.GetByRole(AriaRole.Button, new() { Name = "New" }).ClickAsync();
        await page.GetByTestId("exercises").GetByLabel("Name").FillAsync("Zercher Carry");
        await Refused(page, "Create exercise");
        await Expect(page.GetByTestId("exercises").GetByLabel("Name")).ToHaveValueAsync("Zercher Carry");

        await page.EvaluateAsync("() => { location.hash = '#exercise/bench-press'; }");
        await page.GetByLabel("Rest, s").FillAsync("75");
        await Refused(page, "Save");
        await Expect(page.GetByLabel("Rest, s")).ToHaveValueAsync("75");
        await page.EvaluateAsync("makeRoom()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("notice")).ToContainTextAsync("Saved");
        await Expect(page.GetByText("This browser keeps nothing")).ToBeHiddenAsync();
    }

    [Test]
    public async Task An_undo_that_can_not_be_kept_takes_nothing_back_and_does_not_say_so()
    {
        var page = await Started();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await FillStorage(page);
        await Refused(page, "Undo");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task What_a_guest_has_logged_stays_packed_until_all_of_it_is_kept()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var first = await Phone();
        await Go(first, "account");
        await Fill(first, "Create account", email, Password);
        await Expect(first.GetByTestId("session-row")).ToBeVisibleAsync();

        var page = await Phone();
        await Train(page, "100");
        await SignIn(page, email);
        await Expect(page.GetByTestId("luggage")).ToContainTextAsync("1 workout, 2 sets");
        // The guest's proof is in the page that signed in, and nowhere else.
        await page.ReloadAsync();
        await Expect(page.GetByTestId("luggage")).ToContainTextAsync("1 workout, 2 sets");
        await FillStorage(page);
        await Refused(page, "Bring them along");
        await Expect(page.GetByTestId("luggage")).ToBeVisibleAsync();
        await page.EvaluateAsync("makeRoom()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them along" }).ClickAsync();
        await Expect(page.GetByTestId("luggage")).ToBeHiddenAsync();
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(1);
    }

    private static async Task Refused(IPage page, string button)
    {
        await ListenIn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Holds(page, "told.length > 0");
        (await page.EvaluateAsync<string[]>("told")).ShouldAllBe(text => text.StartsWith("Not kept", StringComparison.Ordinal));
    }

    private async Task<IPage> Started()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        return page;
    }
}
