using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using TitanTrakr.Testing;

namespace TitanTrakr.Web.Tests;

/// <summary>The page in Debian's Chromium, at the size of a phone.</summary>
internal sealed class LogScreenTests
{
    [TestCase(ColorScheme.Dark, "dark")]
    [TestCase(ColorScheme.Light, "light")]
    public async Task A_typed_set_is_logged_shown_and_still_there_after_a_reload(ColorScheme scheme, string name)
    {
        using var database = new TestDatabase(Provider.Sqlite);
        using var server = new Server(database);
        await server.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(server.Address.ToString());
        foreach (var sentence in new[] { "start workout", "bench press 100 for 8", "same again" })
        {
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" }).FillAsync(sentence);
            await page.GetByRole(AriaRole.Button, new() { Name = "Log", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByTestId("answer")).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Screens($"log-{name}.png") });
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        errors.ShouldBeEmpty();
    }

    private static string Screens(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/screens", file));
}
