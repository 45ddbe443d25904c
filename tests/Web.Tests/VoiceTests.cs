using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>Talking to the app: what recognisers really send, in scripts.</summary>
internal sealed class VoiceTests : PhoneTest
{
    [Test]
    public async Task A_spoken_set_is_shown_while_it_is_said_logged_and_spoken_back()
    {
        var page = await Started();
        await Script(page, """
            [{ type: 'start' }, { type: 'result', results: [{ said: 'bench press' }] }, { type: 'result', wait: 400, results: [{ final: true, said: ['bench press 100 for 8', 'bent press 100 for 8'] }] }]
            """);
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Listening");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("“bench press”");
        await Expect(page.GetByTestId("set")).ToContainTextAsync("100 kg × 8");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Heard");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Understood; tap to correct" })).ToContainTextAsync("8 reps");
        (await Spoken(page)).Last().ShouldContain("ench", Case.Insensitive);
        (await page.EvaluateAsync<int>("speech.overheard")).ShouldBe(0, "it listens to nobody while it speaks");
        await Sent(page);
        await page.ReloadAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Finals_that_Android_repeats_are_one_set()
    {
        var page = await Started();
        await Script(page, """
            [{ type: 'start' }, { type: 'result', results: [{ final: true, said: 'bench press 100 for 8' }] }, { type: 'result', results: [{ final: true, said: 'bench press 100 for 8' }] }, { type: 'end' }]
            """);
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Heard");
        await Sent(page);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
    }

    [TestCase("not-allowed", "not allowed")]
    [TestCase("no-speech", "Heard nothing")]
    [TestCase("network", "needs a connection")]
    public async Task What_cannot_be_heard_says_why_and_offers_the_box(string error, string words)
    {
        var page = await Started();
        await Script(page, $"[{{ type: 'start' }}, {{ type: 'error', error: '{error}' }}, {{ type: 'end' }}]");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("message")).ToContainTextAsync(words);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" })).ToBeFocusedAsync();
    }

    [Test]
    public async Task A_microphone_that_never_answers_is_given_up_after_three_seconds()
    {
        var page = await Started();
        await Script(page, "[]");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Starting");
        await Expect(page.GetByTestId("message")).ToContainTextAsync("does not answer");
    }

    [Test]
    public async Task A_doubtful_name_is_asked_about_and_answered_by_a_tap()
    {
        var page = await Started();
        await Type(page, "shoulder press 40 for 10");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("One question");
        var options = page.GetByTestId("option");
        (await options.CountAsync()).ShouldBeInRange(2, 4);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(0);
        await Screen(page, "asking");
        var chosen = await options.Nth(1).InnerTextAsync();
        await options.Nth(1).ClickAsync();
        await Expect(options).ToHaveCountAsync(0);
        chosen.ShouldContain(await ExerciseName(page));
    }

    [Test]
    public async Task A_question_is_answered_by_voice()
    {
        var page = await Started();
        await Type(page, "shoulder press 40 for 10");
        var second = await page.GetByTestId("option").Nth(1).InnerTextAsync();
        await Script(page, "[{ type: 'start' }, { type: 'result', wait: 2000, results: [{ final: true, said: 'the second one' }] }, { type: 'end' }]");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Listening");
        (await page.GetByTestId("option").CountAsync()).ShouldBeInRange(2, 4, "the options stay in sight while one answers");
        second.ShouldContain(await ExerciseName(page));
    }

    [Test]
    public async Task Hands_free_listens_again_after_each_answer()
    {
        var page = await Started();
        await page.EvaluateAsync("localStorage.setItem('prefs', JSON.stringify({ handsFree: true }))");
        await Script(page, "[{ type: 'start' }, { type: 'result', results: [{ final: true, said: 'bench press 100 for 8' }] }, { type: 'end' }]");
        await Script(page, "[{ type: 'start' }, { type: 'result', results: [{ final: true, said: 'same again' }] }, { type: 'end' }]");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        (await page.EvaluateAsync<int>("speech.overheard")).ShouldBe(0);
    }

    // Waits for the card that the answer makes.
    private static async Task<string> ExerciseName(IPage page) => (await page.Locator("section.exercise").First.GetAttributeAsync("aria-label"))!;

    private async Task<IPage> Started()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        return page;
    }

    private static Task<System.Text.Json.JsonElement?> Script(IPage page, string steps) => page.EvaluateAsync($"() => speech.next(...{steps})");

    private static Task<string[]> Spoken(IPage page) => page.EvaluateAsync<string[]>("speech.spoken");
}
