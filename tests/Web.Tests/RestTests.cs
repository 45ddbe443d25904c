using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>How long one rests after a set, whichever way it was logged.</summary>
internal sealed partial class RestTests : PhoneTest
{
    [Test]
    public async Task The_rest_after_a_spoken_set_is_the_exercises_as_it_is_after_a_tapped_one()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        await Go(page, "exercise/bench-press");
        await page.GetByLabel("Rest, s").FillAsync("900");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("notice")).ToContainTextAsync("Saved");
        await Go(page, "log");
        var left = page.GetByTestId("rest").GetByRole(AriaRole.Timer);
        await Type(page, "bench press 100 for 8");
        await Expect(left).ToHaveTextAsync(NearlyAQuarter());
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip rest" }).ClickAsync();
        await page.GetByTestId("next-set").ClickAsync();
        await Expect(left).ToHaveTextAsync(NearlyAQuarter());
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip rest" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add set" }).ClickAsync();
        await page.GetByTestId("sheet").GetByRole(AriaRole.Button, new() { Name = "Log set" }).ClickAsync();
        await Expect(left).ToHaveTextAsync(NearlyAQuarter());
    }

    [Test]
    public async Task A_sentence_that_is_answered_late_starts_no_rest()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        await page.Context.SetOfflineAsync(true);
        await Type(page, "bench press 100 for 8");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Kept");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.GetByTestId("set")).ToContainTextAsync("100 kg × 8");
        await Sent(page);
        await Expect(page.GetByTestId("rest")).ToBeHiddenAsync();
    }

    // However slow the machine is: no account rests for so long unless it is told to.
    [GeneratedRegex(@"^1[0-5]:\d\d$")]
    private static partial Regex NearlyAQuarter();
}
