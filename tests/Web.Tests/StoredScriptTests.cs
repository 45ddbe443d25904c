using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Whatever somebody stores as a text is shown as that text: no script of it runs, on any screen.</summary>
internal sealed class StoredScriptTests : MemberTest
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
        await Visit(page, "weight");
        await Visit(page, "names");
        await Import(page);
        await BecomeMember(page);
        foreach (var view in new[] { "settings", "stats", "log", $"session/{Uri.EscapeDataString(Hostile)}" })
        {
            await Show(page, view);
        }

        await Show(page, "log");
        await Type(page, Hostile);
        await Expect(page.GetByTestId("answer").GetByText(Hostile).First).ToBeVisibleAsync();
        ran.ShouldBeFalse();
    }

    // What another app called an exercise, and what it calls a workout.
    private static async Task Import(IPage page)
    {
        await Show(page, "import");
        var quoted = $"\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var csv = $"Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n2025-03-01 08:00:00,{quoted},{quoted},1,100,kg,5\n2025-03-01 08:00:00,{quoted},{quoted},2,{quoted},kg,5\n";
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = $"{Hostile[..4]}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await Expect(page.GetByTestId("preview").GetByText(Hostile).First).ToBeVisibleAsync();
        await IsText(page, "import");
    }

    // A device, a passkey and a token are called what whoever made them likes.
    private static async Task BecomeMember(IPage page)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await Authenticator(page);
        await Show(page, "account");
        await Fill(page, "Create account", email, Password);
        await Expect(page.GetByTestId("session-row")).ToBeVisibleAsync();
        using var device = new HttpClient { BaseAddress = Browsing.Address };
        device.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Hostile);
        (await device.PostAsJsonAsync("/api/account/login", new { email, password = Password })).IsSuccessStatusCode.ShouldBeTrue();
        await page.GetByTestId("passkeys").GetByLabel("Name").FillAsync(Hostile);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add passkey" }).ClickAsync();
        await Expect(page.GetByTestId("passkeys").GetByText(Hostile).First).ToBeVisibleAsync();
        var tokens = page.GetByRole(AriaRole.Region, new() { Name = "Access tokens" });
        await tokens.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(Hostile);
        await tokens.GetByRole(AriaRole.Button, new() { Name = "Create token" }).ClickAsync();
        await Expect(tokens.GetByText(Hostile).First).ToBeVisibleAsync();
        await Expect(page.GetByTestId("session-row").GetByText(Hostile)).ToBeVisibleAsync();
        await IsText(page, "account");
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
        await IsText(page, view);
    }

    private static async Task IsText(IPage page, string view) =>
        (await page.Locator("img[src='x'], script:not([src])").CountAsync()).ShouldBe(0, view);

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
        await Post(account, "/api/bodyweight", new() { ["weight"] = new JsonObject { ["value"] = 80, ["unit"] = "kg" }, ["note"] = Hostile });
        await Post(account, "/api/workouts", new() { ["name"] = Hostile });
        await Post(account, "/api/workouts/current/sets", set.DeepClone().AsObject());
        await Learn(account, exerciseId);
        return (workoutId, templateId, exerciseId);
    }

    // A set that was said is put right: its words mean the other exercise from then on.
    private static async Task Learn(HttpClient account, string exerciseId)
    {
        var workout = (await Post(account, "/api/voice/process", new() { ["transcript"] = "flat bench 100 for 5" }))["workout"]!;
        await Post(account, $"/api/workouts/{Id(workout)}/sets/{Id(workout["exercises"]![1]!["sets"]![0]!)}", new() { ["exerciseId"] = exerciseId }, HttpMethod.Patch);
    }

    private static Task<JsonNode> Post(HttpClient account, string path, JsonObject body, HttpMethod? method = null) => Write(account, path, body, method);

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();
}
