using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>A guest at once, an account when one wants it, and out again.</summary>
internal sealed class AccountTests : MemberTest
{
    [Test]
    public async Task A_guest_becomes_an_account_and_another_phone_that_signs_in_brings_its_workouts_along()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var first = await Phone();
        await LogOne(first, "bench press 100 for 8");
        await Go(first, "account");
        await Screen(first, "account");
        await Fill(first, "Create account", email, Password);
        await Expect(first.GetByTestId("account")).ToContainTextAsync(email);
        await Expect(first.GetByTestId("session-row")).ToContainTextAsync("This phone");
        await first.ReloadAsync();
        await Go(first, "history");
        await Expect(first.GetByTestId("session-card")).ToHaveCountAsync(1);

        var second = await Phone();
        await LogOne(second, "squat 140 for 5");
        await SignIn(second, email);
        var luggage = second.GetByTestId("luggage");
        await Expect(luggage).ToContainTextAsync("1 workout, 1 set");
        await Screen(second, "luggage");
        var merged = await second.RunAndWaitForResponseAsync(
            () => luggage.GetByRole(AriaRole.Button, new() { Name = "Bring them along" }).ClickAsync(),
            answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/api/account/merge", StringComparison.Ordinal));
        merged.Status.ShouldBe(200);
        await Expect(luggage).ToBeHiddenAsync();
        await History(second, 2);
        await Go(second, "account");
        await Expect(luggage).ToBeHiddenAsync();
        await first.ReloadAsync();
        await Go(first, "history");
        await Expect(first.GetByTestId("session-card")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task Workouts_brought_along_are_taken_back_out_with_one_tap()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var first = await Phone();
        await Go(first, "account");
        await Fill(first, "Create account", email, Password);
        await Expect(first.GetByTestId("session-row")).ToBeVisibleAsync();

        var second = await Phone();
        await LogOne(second, "squat 140 for 5");
        await SignIn(second, email);
        await second.GetByTestId("luggage").GetByRole(AriaRole.Button, new() { Name = "Bring them along" }).ClickAsync();
        var brought = second.GetByTestId("brought");
        await Expect(brought).ToContainTextAsync("1 workout, 1 set");
        await brought.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(brought).ToBeHiddenAsync();
        await History(second, 0);
        await Go(second, "import");
        await Expect(second.GetByTestId("import")).ToContainTextAsync("Taken back");
    }

    [Test]
    public async Task A_guest_whose_session_is_lost_goes_on_with_all_that_the_phone_has()
    {
        var page = await Phone();
        await LogOne(page, "squat 140 for 5");
        await History(page, 1);
        await Go(page, "log");
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await Sent(page);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sort out" })).ToBeHiddenAsync();
        using var account = await Owner(page);
        var running = JsonNode.Parse(await account.GetStringAsync("/api/workouts/current"))!;
        running["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(2);
        JsonNode.Parse(await account.GetStringAsync("/api/history"))!["items"]!.AsArray().Count.ShouldBe(1);
        await History(page, 1);
    }

    [Test]
    public async Task A_token_is_shown_once_and_the_account_is_deleted_for_good()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = await Phone();
        await Go(page, "account");
        await Fill(page, "Create account", email, Password);
        var tokens = page.GetByRole(AriaRole.Region, new() { Name = "Access tokens" });
        await tokens.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("my script");
        await tokens.GetByRole(AriaRole.Button, new() { Name = "Create token" }).ClickAsync();
        await Expect(page.GetByTestId("secret")).Not.ToBeEmptyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete account" }).ClickAsync();
        var sure = page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" });
        await Expect(sure).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Confirmation" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Confirmation" }).FillAsync("delete");
        await sure.ClickAsync();
        await Expect(page.GetByTestId("log")).ToBeVisibleAsync();
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Fill(page, "Sign in", email, Password);
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("wrong");
    }

    [Test]
    public async Task An_expired_session_hides_nothing_stops_nothing_and_loses_nothing()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = await Phone();
        await Go(page, "account");
        await Fill(page, "Create account", email, Password);
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
        await Go(page, "log");
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(Browsing.Address.ToString());
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("Signed out");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("1 to send");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Fill(page, "Sign in", email, Password);
        await Expect(page.GetByTestId("session-row").First).ToBeVisibleAsync();
        await Go(page, "log");
        await Sent(page);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeHiddenAsync();
    }

    private static async Task LogOne(IPage page, string sentence)
    {
        await Type(page, "start workout");
        await Type(page, sentence);
        await Type(page, "finish workout");
        await Sent(page);
    }

    private static async Task History(IPage page, int sessions)
    {
        await Go(page, "log");
        await Sent(page);
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(sessions);
    }
}
