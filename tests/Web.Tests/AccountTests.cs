using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>A guest at once, an account when one wants it, and out again.</summary>
internal sealed class AccountTests : PhoneTest
{
    private const string Password = "correct horse battery";

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
    public async Task A_guest_whose_session_is_lost_still_brings_along_what_the_phone_has()
    {
        var page = await Phone();
        await LogOne(page, "squat 140 for 5");
        await History(page, 1);
        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();
        await Go(page, "log");
        await Sent(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sort out" }).ClickAsync();
        await page.GetByTestId("luggage").GetByRole(AriaRole.Button, new() { Name = "Bring them along" }).ClickAsync();
        await Expect(page.GetByTestId("brought")).ToContainTextAsync("1 workout, 1 set");
        await History(page, 1);
    }

    [Test]
    public async Task A_password_is_changed_forgotten_and_set_anew_by_the_mailed_link()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = await Phone();
        await Go(page, "account");
        await Fill(page, "Create account", email, Password);
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
    public async Task A_passkey_is_added_and_signs_in()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = await Phone();
        await Authenticator(page);
        await Go(page, "account");
        await Fill(page, "Create account", email, Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove This phone" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await Expect(page.GetByTestId("log")).ToBeVisibleAsync();
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByTestId("account")).ToContainTextAsync(email);
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
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Confirmation" }).FillAsync("delete");
        await sure.ClickAsync();
        await Expect(page.GetByTestId("log")).ToBeVisibleAsync();
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Fill(page, "Sign in", email, Password);
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("wrong");
    }

    [Test]
    public async Task An_expired_session_never_stops_logging()
    {
        var page = await Phone();
        await Go(page, "account");
        await Fill(page, "Create account", $"{Guid.NewGuid():N}@example.com", Password);
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(Browsing.Address.ToString());
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("Signed out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start workout" }).ClickAsync();
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("1 to send");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    private static async Task LogOne(IPage page, string sentence)
    {
        await Type(page, "start workout");
        await Type(page, sentence);
        await Type(page, "finish workout");
        await Sent(page);
    }

    private static async Task SignIn(IPage page, string email)
    {
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Fill(page, "Sign in", email, Password);
    }

    private static async Task History(IPage page, int sessions)
    {
        await Go(page, "log");
        await Sent(page);
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(sessions);
    }

    private static async Task Fill(IPage page, string name, string email, string password)
    {
        var form = page.Locator($"[aria-label='{name}']").Locator("visible=true").Last;
        await form.GetByLabel("E-mail").FillAsync(email);
        await form.GetByLabel("Password").FillAsync(password);
        await form.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    private static async Task Authenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
