using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>What one signs in with, changed on the account's screen.</summary>
internal sealed class CredentialsTests : MemberTest
{
    [Test]
    public async Task E_mail_and_password_are_changed_and_a_forgotten_one_is_set_anew_by_the_mailed_link()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = await Phone();
        await Go(page, "account");
        await Fill(page, "Create account", email, Password);
        email = await ChangeEmail(page);
        var form = page.GetByRole(AriaRole.Region, new() { Name = "Password", Exact = true });
        await form.GetByLabel("Current password").FillAsync("not this one");
        await form.GetByLabel("New password").FillAsync("three red kettlebells");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("not the current password");
        await form.GetByLabel("Current password").FillAsync(Password);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("notice")).ToContainTextAsync("Password changed");
        await Expect(form.GetByLabel("New password")).ToHaveValueAsync("");
        var zip = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download everything as a zip" }).Locator("visible=true").ClickAsync());
        zip.SuggestedFilename.ShouldBe("titan-trakr.zip");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("log")).ToBeVisibleAsync();

        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forgot the password?" }).ClickAsync();
        var forgot = page.GetByRole(AriaRole.Form, new() { Name = "Forgot the password?" });
        await forgot.GetByLabel("E-mail").FillAsync(email);
        await forgot.GetByRole(AriaRole.Button, new() { Name = "Send a link" }).ClickAsync();
        await Expect(page.GetByTestId("account").GetByRole(AriaRole.Status).First).ToContainTextAsync("a link is on its way");
        await page.EvaluateAsync("secret => { location.hash = `reset=${secret}`; }", Browsing.Mail.Secret(email, "reset"));
        await page.ReloadAsync();
        var reset = page.GetByRole(AriaRole.Form, new() { Name = "Set a new password" });
        await reset.GetByLabel("New password").FillAsync("four blue kettlebells");
        await reset.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await Expect(page.GetByTestId("account").GetByRole(AriaRole.Status).First).ToContainTextAsync("The password is set");
        await Fill(page, "Sign in", email, "four blue kettlebells");
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_passkey_is_added_renamed_and_signs_in()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = await Phone();
        await Authenticator(page);
        await Go(page, "account");
        await Fill(page, "Create account", email, Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove This phone" })).ToBeVisibleAsync();
        await Rename(page);
        await SignOut(page);
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByTestId("account")).ToContainTextAsync(email);
    }

    private static async Task<string> ChangeEmail(IPage page)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await AskForProof(page, "**/api/account/email");
        var card = page.GetByRole(AriaRole.Region, new() { Name = "E-mail", Exact = true });
        await card.GetByLabel("New e-mail").FillAsync(email);
        await card.GetByRole(AriaRole.Button, new() { Name = "Change e-mail" }).PressAsync("Enter");
        var proof = page.GetByTestId("proof");
        await Expect(proof.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await proof.GetByLabel("Password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("account").GetByRole(AriaRole.Status).First).ToContainTextAsync($"A link is on its way to {email}.");
        await Expect(card.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await page.EvaluateAsync("secret => { location.hash = `confirm=${secret}`; }", Browsing.Mail.Secret(email, "confirm"));
        await page.ReloadAsync();
        await Expect(page.GetByTestId("account").GetByRole(AriaRole.Status).First).ToContainTextAsync("is confirmed");
        await Expect(page.GetByTestId("account")).ToContainTextAsync(email);
        return email;
    }

    private static async Task Rename(IPage page)
    {
        await AskForProof(page, "**/api/account/passkeys/*");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename This phone" }).PressAsync("Enter");
        await Expect(page.GetByLabel("New name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("My key");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm with a passkey" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Rename My key" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("New name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Rename My key" })).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Expect(page.GetByTestId("passkeys")).ToContainTextAsync("My key");
    }
}
