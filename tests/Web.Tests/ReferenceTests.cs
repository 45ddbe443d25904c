using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>The API reference under its policy: it works, asks nobody else, and an inline script without the nonce is stopped.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class ReferenceTests
{
    [Test]
    public async Task The_reference_shows_the_operations_and_asks_nobody_else()
    {
        await using var context = await Browsing.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var (faults, strangers) = (new List<string>(), new List<string>());
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) => faults.AddRange(
            message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) ? [message.Text] : Array.Empty<string>());
        page.Request += (_, request) => strangers.AddRange(
            request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority != Browsing.Address.Authority ? [request.Url] : Array.Empty<string>());
        await page.GotoAsync(new Uri(Browsing.Address, "/docs/").ToString());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "/api/account/export" }).First).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.pwned = true'; document.body.append(s); }");
        (await page.EvaluateAsync<bool>("() => window.pwned === true")).ShouldBeFalse();
        faults.Count(fault => !fault.Contains("inline script", StringComparison.Ordinal)).ShouldBe(0, string.Join('\n', faults));
        strangers.ShouldBeEmpty();
    }
}
