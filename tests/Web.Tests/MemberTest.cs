using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>A phone whose owner goes in and out of an account.</summary>
internal abstract class MemberTest : PhoneTest
{
    /// <summary>Every test's password.</summary>
    protected const string Password = "correct horse battery";

    /// <summary>Fills in the form of this name on the account's screen, and sends it.</summary>
    protected static async Task Fill(IPage page, string name, string email, string password)
    {
        var form = page.Locator($"[aria-label='{name}']").Locator("visible=true").Last;
        await form.GetByLabel("E-mail").FillAsync(email);
        await form.GetByLabel("Password").FillAsync(password);
        await form.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>Signs in by address and password.</summary>
    protected static async Task SignIn(IPage page, string email, string password = Password)
    {
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Fill(page, "Sign in", email, password);
    }

    /// <summary>Signs out, on this phone only.</summary>
    protected static async Task SignOut(IPage page)
    {
        await Go(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await Expect(page.GetByTestId("log")).ToBeVisibleAsync();
    }

    /// <summary>Proof of the owner is asked for before the next request to this path is served, as it is after ten minutes.</summary>
    protected static Task AskForProof(IPage page, string path) => page.RouteAsync(path, route => route.FulfillAsync(new RouteFulfillOptions
    {
        Status = 403,
        ContentType = "application/problem+json",
        Body = """{"type":"https://titantrakr.com/problems/reauthentication-required"}""",
    }), new PageRouteOptions { Times = 1 });

    /// <summary>Gives the phone a way to make passkeys and to answer for their owner.</summary>
    protected static async Task Authenticator(IPage page)
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
