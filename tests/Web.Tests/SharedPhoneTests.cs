using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Several accounts on one phone, one after the other.</summary>
internal sealed class SharedPhoneTests : MemberTest
{
    [Test]
    public async Task What_an_account_could_not_send_waits_for_it_on_the_phone_and_goes_out_as_nobody_elses()
    {
        var (ann, bob) = ($"{Guid.NewGuid():N}@example.com", $"{Guid.NewGuid():N}@example.com");
        var page = await Phone();
        await Go(page, "account");
        await Fill(page, "Create account", ann, Password);
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
        await Expire(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start workout" }).ClickAsync();
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("1 to send");
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).First.ClickAsync();
        await Fill(page, "Create account", bob, Password);
        await Expect(page.GetByTestId("notice")).ToContainTextAsync("1 change of another account waits for its sign-in.");
        await Go(page, "log");
        await Sent(page);
        await Expect(page.GetByTestId("workout-menu")).ToBeHiddenAsync();

        await Go(page, "settings");
        var others = page.GetByTestId("others");
        var file = await page.RunAndWaitForDownloadAsync(() => others.GetByRole(AriaRole.Button, new() { Name = "Save them as a file" }).ClickAsync());
        (await File.ReadAllTextAsync((await file.PathAsync())!)).ShouldContain("\"StartWorkout\"");
        await others.GetByRole(AriaRole.Button, new() { Name = "Discard them" }).PressAsync("Enter");
        await Expect(others.GetByRole(AriaRole.Button, new() { Name = "Keep" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(others.GetByRole(AriaRole.Button, new() { Name = "Discard them" })).ToBeFocusedAsync();
        await SignOut(page);
        await SignIn(page, ann);
        await Expect(page.GetByTestId("session-row").First).ToBeVisibleAsync();
        await Go(page, "log");
        await Sent(page);
        await Expect(page.GetByTestId("workout-menu")).ToBeVisibleAsync();

        await Expire(page);
        await page.GetByTestId("workout-menu").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).ClickAsync();
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("1 to send");
        await page.GotoAsync(Browsing.Address.ToString());
        await SignIn(page, bob);
        await Go(page, "settings");
        await others.GetByRole(AriaRole.Button, new() { Name = "Discard them" }).ClickAsync();
        await others.GetByRole(AriaRole.Button, new() { Name = "Discard for good" }).ClickAsync();
        await Expect(others).ToBeHiddenAsync();
        await SignOut(page);
        await SignIn(page, ann);
        await Go(page, "log");
        await Sent(page);
        await Expect(page.GetByTestId("workout-menu")).ToBeVisibleAsync();
    }

    // The session's cookie is gone, as after thirty days in a drawer.
    private static async Task Expire(IPage page)
    {
        await Expect(page.GetByTestId("sync-chip")).ToHaveTextAsync("All sent");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(Browsing.Address.ToString());
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("Signed out");
    }
}
