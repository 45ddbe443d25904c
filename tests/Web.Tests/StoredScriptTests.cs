using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Whatever somebody stores as a text is shown as that text: no script of it runs, on any screen.</summary>
internal sealed class StoredScriptTests : PhoneTest
{
    private const string Hostile = "<img src=x onerror=pwned()>\"'{{pwned()}}${pwned()}<script>pwned()</script>";

    [Test]
    public async Task Script_in_a_text_field_is_shown_and_never_runs()
    {
        var page = await Phone();
        var ran = false;
        await page.ExposeFunctionAsync("pwned", () => { ran = true; });
        using var account = await Owner(page);
        var (workoutId, templateId, exerciseId) = await Store(account);
        await page.ReloadAsync();
        await Expect(page.GetByTestId("log").GetByText(Hostile).Locator("visible=true").First).ToBeVisibleAsync();
        await Visit(page, "history");
        await Visit(page, $"session/{workoutId}");
        await Visit(page, "exercises");
        await Visit(page, $"exercise/{exerciseId}");
        await Visit(page, "templates");
        await Visit(page, $"template/{templateId}");
        foreach (var view in new[] { "settings", "account", "import", "log", $"session/{Uri.EscapeDataString(Hostile)}" })
        {
            await Show(page, view);
        }

        ran.ShouldBeFalse();
    }

    // A card of an exercise is called as the screen of one is.
    private static ILocator ScreenOf(IPage page, string view) => page.Locator($".screen[data-testid='{view.Split('/')[0]}']");

    private static async Task Show(IPage page, string view)
    {
        await page.EvaluateAsync("view => { location.hash = view; }", view);
        await Expect(ScreenOf(page, view)).ToBeVisibleAsync();
    }

    private static async Task Visit(IPage page, string view)
    {
        await Show(page, view);
        await Expect(ScreenOf(page, view).GetByText(Hostile).Locator("visible=true").First).ToBeVisibleAsync();
        (await page.Locator("img[src='x'], script:not([src])").CountAsync()).ShouldBe(0, view);
    }

    private static async Task<(string WorkoutId, string TemplateId, string ExerciseId)> Store(HttpClient account)
    {
        var exerciseId = Id(await Post(account, "/api/exercises", new() { ["name"] = Hostile }));
        var set = new JsonObject { ["exerciseId"] = exerciseId, ["reps"] = 5, ["load"] = new JsonObject { ["value"] = 100, ["unit"] = "kg" }, ["note"] = Hostile };
        await Post(account, "/api/workouts", new() { ["name"] = Hostile });
        var entry = (await Post(account, "/api/workouts/current/sets", set))["workout"]!["exercises"]![0]!;
        await Post(account, "/api/workouts/current", new() { ["note"] = Hostile }, HttpMethod.Patch);
        await Post(account, $"/api/workouts/current/exercises/{Id(entry)}", new() { ["note"] = Hostile }, HttpMethod.Patch);
        var workoutId = Id(await Post(account, "/api/workouts/current/complete", []));
        var templateId = Id(await Post(account, $"/api/templates/from-workout/{workoutId}", new() { ["name"] = Hostile, ["note"] = Hostile }));
        await Post(account, "/api/workouts", new() { ["name"] = Hostile });
        await Post(account, "/api/workouts/current/sets", set.DeepClone().AsObject());
        return (workoutId, templateId, exerciseId);
    }

    private static Task<JsonNode> Post(HttpClient account, string path, JsonObject body, HttpMethod? method = null) => Write(account, path, body, method);

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();
}
