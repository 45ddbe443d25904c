using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Another app's file on its way in, and back out again.</summary>
internal sealed class ExchangeTests : PhoneTest
{
    private const string Strong =
        """
        Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
        2026-01-05 18:00:00,"Push",1h,"Bench Press (Barbell)",1,100,8,0,0,"","",
        2026-01-05 18:00:00,"Push",1h,"Bench Press (Barbell)",2,102.5,6,0,0,"","",9
        2026-01-07 18:00:00,"Legs",50m,"Squat (Barbell)",1,140,5,0,0,"","",
        """;

    [Test]
    public async Task An_import_is_shown_first_then_taken_in_once_and_taken_back_as_a_whole()
    {
        var page = await Phone();
        await Sent(page);
        await Go(page, "import");
        await Choose(page, "strong.csv", Strong);
        var preview = page.GetByTestId("preview");
        await Expect(preview).ToContainTextAsync("2 workouts, 3 sets");
        await Expect(preview).ToContainTextAsync("Bench Press");
        await Screen(page, "import");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await Expect(preview).ToBeHiddenAsync();
        await Expect(page.GetByTestId("import")).ToContainTextAsync("2 workouts");
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(2);

        await Go(page, "import");
        await Choose(page, "strong.csv", Strong);
        await Expect(preview).ToContainTextAsync("Nothing new in this file.");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(page.GetByTestId("import")).ToContainTextAsync("Taken back");
        await Go(page, "history");
        await Expect(page.GetByTestId("session-card")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_file_that_is_none_says_so_and_an_export_is_saved()
    {
        var page = await Phone();
        await Sent(page);
        await Go(page, "import");
        await Choose(page, "photo.csv", "this is no list of sets");
        await Expect(page.GetByRole(AriaRole.Alert).Locator("visible=true")).Not.ToBeEmptyAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "All sets as CSV" }).ClickAsync());
        saved.SuggestedFilename.ShouldBe("titan-trakr-titan.csv");
    }

    private static Task Choose(IPage page, string name, string text) =>
        page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
}
