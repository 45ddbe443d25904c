using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>WCAG 2.2 A and AA and axe's best practices on every screen and state, in each way of seeing it.</summary>
internal sealed class AccessibilityTests : PhoneTest
{
    private static readonly string Axe = File.ReadAllText(Beside("../../web/node_modules/axe-core/axe.min.js"));

    private static readonly string[] Screens =
        ["history", "exercises", "exercise/bench-press", "exercise/unknown", "templates", "template/new", "session/unknown", "settings", "account", "import"];

    [TestCase("dark")]
    [TestCase("light")]
    [TestCase("contrast")]
    [TestCase("forced")]
    [TestCase("large text")]
    [TestCase("narrow")]
    public async Task No_screen_has_a_violation(string view)
    {
        var page = await Phone(view == "light" ? ColorScheme.Light : ColorScheme.Dark, view == "narrow" ? 320 : 390, view == "narrow" ? 640 : 844);
        await SeenAs(page, view);
        var found = new List<string>();
        await Check(page, "log, empty", found);
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8 RPE 9");
        await Check(page, "log, heard", found);
        await Type(page, "shoulder press 40 for 10");
        await Check(page, "log, asking", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByTestId("next-set").ClickAsync();
        await Check(page, "log, toast", found);
        await page.GetByTestId("set").First.ClickAsync();
        await Expect(page.GetByTestId("sheet")).ToBeVisibleAsync();
        await Check(page, "set sheet", found);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("workout-menu").ClickAsync();
        await Check(page, "workout menu", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).ClickAsync();
        await Check(page, "finished", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Sent(page);
        foreach (var screen in Screens)
        {
            await Go(page, screen);
            await Check(page, screen, found);
        }

        await Go(page, "account");
        var create = page.GetByRole(AriaRole.Form, new() { Name = "Create account" });
        await create.GetByLabel("E-mail").FillAsync($"{Guid.NewGuid():N}@example.com");
        await create.GetByLabel("Password").FillAsync("correct horse battery");
        await create.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
        await Check(page, "account, signed in", found);
        found.ShouldBeEmpty();
    }

    [Test]
    public async Task A_workout_is_logged_with_the_keyboard_alone()
    {
        var page = await Phone();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start workout" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" }).PressSequentiallyAsync("bench press 100 for 8");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        await page.GetByTestId("next-set").PressAsync("Enter");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Alt+n");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("Alt+u");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        await page.GetByTestId("set").First.PressAsync("Enter");
        await Expect(page.GetByTestId("sheet")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("sheet")).ToBeHiddenAsync();
        await Expect(page.GetByTestId("set").First).ToBeFocusedAsync();
    }

    private static async Task SeenAs(IPage page, string view)
    {
        if (view == "forced")
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        }

        await page.EvaluateAsync("""
            view => {
              if (view === 'contrast') document.documentElement.dataset.theme = 'contrast';
              if (view === 'large text') document.documentElement.style.fontSize = '200%';
            }
            """, view);
    }

    private static async Task Check(IPage page, string state, List<string> found)
    {
        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
              const wide = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
              return [...wide, ...violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`)];
            }
            """);
        found.AddRange(violations.EnumerateArray().Select(each => $"{state}: {each.GetString()}"));
    }
}
