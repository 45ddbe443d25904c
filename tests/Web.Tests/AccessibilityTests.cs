using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// WCAG 2.2 A and AA and axe's best practices on every screen and state. What depends on how one sees it (colours, sizes, what sticks out) is
/// held in each way of seeing; names and roles are the same in all of them. Its walks are the longest tests there are, and go side by side.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase), Parallelizable(ParallelScope.All)]
internal sealed class AccessibilityTests : MemberTest
{
    private const string LongName = "Unilateral Deficit Romanian Deadlift with Kettlebell and an Unreasonably Long Description of Grip";

    private static readonly string Axe = File.ReadAllText(Beside("../../web/node_modules/axe-core/axe.min.js"));

    private static readonly View[] Views =
    [
        new("light", ["color-contrast"]),
        new("contrast", ["color-contrast"]),
        new("forced", ["color-contrast"]),
        new("large text", ["target-size", "scrollable-region-focusable"]),
        new("narrow", ["target-size", "scrollable-region-focusable"]),
    ];

    private readonly List<string> _found = [];

    [Test]
    public async Task Logging_has_no_violation_in_any_state_however_it_is_seen()
    {
        var page = await Phone();
        await Check(page, "log, empty");
        await Type(page, "start workout");
        await Check(page, "log, first exercise");
        await Type(page, "bench press 100 for 8 RPE 9");
        await Check(page, "log, heard");
        await page.EvaluateAsync("() => speech.next({ type: 'start' }, { type: 'result', results: [{ said: 'same' }] })");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Listening");
        await Check(page, "log, listening");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.EvaluateAsync("() => speech.next({ type: 'start' }, { type: 'error', error: 'not-allowed' }, { type: 'end' })");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("message")).ToContainTextAsync("not allowed");
        await Check(page, "log, can't hear");
        await Type(page, "shoulder press 40 for 10");
        await Check(page, "log, asking");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("toast")).ToBeVisibleAsync();
        await Check(page, "log, toast");
        await page.GetByTestId("set").First.ClickAsync();
        await Expect(page.GetByTestId("sheet")).ToBeVisibleAsync();
        await Check(page, "set sheet");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "More for Bench Press" }).ClickAsync();
        await Check(page, "exercise sheet");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("workout-menu").ClickAsync();
        await Check(page, "workout menu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard workout" }).ClickAsync();
        await Check(page, "discarding");
        await page.Keyboard.PressAsync("Escape");
        await Sent(page);
        await page.Context.SetOfflineAsync(true);
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(page.GetByTestId("sync-chip")).ToContainTextAsync("1 to send");
        await Check(page, "log, offline");
        await page.Context.SetOfflineAsync(false);
        await page.GetByTestId("workout-menu").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish workout" }).ClickAsync();
        await Check(page, "finished");
        _found.ShouldBeEmpty();
    }

    [Test]
    public async Task The_other_screens_have_no_violation_empty_full_offline_or_at_fault()
    {
        var page = await Phone();
        await Sent(page);
        await Abandon(page);
        string[] empty = ["history", "stats", "weight", "names", "exercises", "exercise/unknown", "templates", "template/new", "session/unknown", "settings", "account", "import"];
        await Visit(page, "empty", empty);
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "x.csv", MimeType = "text/csv", Buffer = "none"u8.ToArray() });
        await Expect(page.GetByRole(AriaRole.Alert).Locator("visible=true")).Not.ToBeEmptyAsync();
        await Check(page, "import, refused");

        var id = await Fill(page);
        await Visit(page, "full", "history", $"session/{id}", "stats", "weight", "templates", $"exercise/{await Own(page)}", "exercise/bench-press");
        await Go(page, "templates");
        await page.GetByTestId("template-card").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByTestId("planned").First).ToBeVisibleAsync();
        await Check(page, "template, full");
        await Authenticator(page);
        await Go(page, "account");
        await Fill(page, "Create account", $"{Guid.NewGuid():N}@example.com", Password);
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
        await page.GetByTestId("passkeys").GetByLabel("Name").FillAsync(LongName);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add passkey" }).ClickAsync();
        await Expect(page.GetByTestId("passkeys")).ToContainTextAsync(LongName);
        await Check(page, "account, signed in");
        await AskForProof(page, "**/api/account/passkeys/*");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Rename {LongName}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("proof")).ToBeVisibleAsync();
        await Check(page, "account, renaming and asked for proof");
        _found.ShouldBeEmpty();
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

    // Another account's session was over before its last set was sent.
    private static async Task Abandon(IPage page)
    {
        await page.EvaluateAsync("""
            () => new Promise((done) => {
              const open = indexedDB.open('titan-trakr');
              open.onsuccess = () => {
                const write = open.result.transaction('outbox', 'readwrite');
                write.objectStore('outbox').put({ kind: 'command', id: crypto.randomUUID(), at: new Date().toISOString(), by: crypto.randomUUID(), type: 'StartWorkout', data: {} });
                write.oncomplete = () => { open.result.close(); done(); };
              };
            })
            """);
        await page.ReloadAsync();
        await Go(page, "settings");
        await Expect(page.GetByTestId("others")).ToBeVisibleAsync();
    }

    private async Task Visit(IPage page, string state, params string[] screens)
    {
        foreach (var screen in screens)
        {
            await Go(page, screen);
            await Check(page, $"{screen}, {state}");
        }
    }

    // A finished workout with everything long that can be long, a weight and a template.
    private static async Task<string> Fill(IPage page)
    {
        using var account = await Owner(page);
        var exercise = (await Write(account, "/api/exercises", new { name = LongName, primaryMuscle = "hamstrings", equipment = "kettlebell" }))["id"]!.GetValue<string>();
        string[] loads = ["97.5", "100", "102.5"];
        var id = "";
        foreach (var (load, day) in loads.Zip([15, 8, 1]))
        {
            var start = DateTimeOffset.UtcNow.AddDays(-day);
            var sets = new[] { new { load = new { value = decimal.Parse(load, System.Globalization.CultureInfo.InvariantCulture), unit = "kg" }, reps = 8, rpe = 9.5m, note = $"{LongName}, {LongName}" } };
            var entries = new[] { new { exerciseId = "bench-press", sets }, new { exerciseId = exercise, sets } };
            id = (await Write(account, "/api/history", new { name = LongName, note = LongName, startedAt = start, completedAt = start.AddHours(3), exercises = entries }))["id"]!.GetValue<string>();
            await Write(account, "/api/bodyweight", new { weight = new { value = 82.5m, unit = "kg" }, measuredAt = start, note = LongName });
        }

        await Write(account, $"/api/templates/from-workout/{id}", new { name = LongName });
        await page.ReloadAsync();
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(3);
        return id;
    }

    private static async Task<string> Own(IPage page)
    {
        await Go(page, "exercises");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("unilateral deficit");
        return (await page.GetByTestId("exercises").GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!.Split('/')[1];
    }

    private async Task Check(IPage page, string state)
    {
        await page.EvaluateAsync($"window.axe ? null : (() => {{ {Axe} }})()");
        await Run(page, state, "dark", null);
        foreach (var view in Views)
        {
            await See(page, view.Name);
            await Run(page, state, view.Name, view.Rules);
        }

        await See(page, "dark");
    }

    private static async Task See(IPage page, string view)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = view == "light" ? ColorScheme.Light : ColorScheme.Dark,
            ForcedColors = view == "forced" ? ForcedColors.Active : ForcedColors.None,
        });
        await page.EvaluateAsync("""
            view => {
              if (view === 'contrast') document.documentElement.dataset.theme = 'contrast';
              else delete document.documentElement.dataset.theme;
              document.documentElement.style.fontSize = view === 'large text' ? '200%' : '';
            }
            """, view);
        await page.SetViewportSizeAsync(view == "narrow" ? 320 : 390, view == "narrow" ? 640 : 844);
    }

    private async Task Run(IPage page, string state, string view, string[]? rules)
    {
        var violations = await page.EvaluateAsync<JsonElement>("""
            async (rules) => {
              const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
              const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
              const wide = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
              return [...wide, ...violations.map((each) => `${each.id}: ${each.nodes.map((node) => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`).slice(0, 3).join(' | ')}`)];
            }
            """, rules);
        _found.AddRange(violations.EnumerateArray().Select(each => $"{state}, {view}: {each.GetString()}"));
        if (view is "narrow" or "large text" or "forced")
        {
            _found.AddRange((await Lost(page)).Select(each => $"{state}, {view}: {each}"));
        }
    }

    private sealed record View(string Name, string[] Rules);
}
