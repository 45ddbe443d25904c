using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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
            [{ type: 'start' }, { type: 'result', wait: 1500, results: [{ said: 'bench press' }] }, { type: 'result', wait: 1500, results: [{ final: true, said: ['bench press 100 for 8', 'bent press 100 for 8'] }] }]
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
    public async Task A_tap_while_it_listens_ends_the_sentence_and_throws_nothing_away()
    {
        var page = await Started();
        await Script(page, "[{ type: 'start' }, { type: 'result', results: [{ said: 'bench press 100 for 8' }] }]");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("“bench press 100 for 8”");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("set")).ToContainTextAsync("100 kg × 8");
    }

    [Test]
    public async Task What_is_said_while_another_is_worked_out_does_not_hear_the_answer()
    {
        var page = await Started();
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/api/voice/process", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" }).FillAsync("bench press 100 for 8");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Working it out");
        await Script(page, "[{ type: 'start' }, { type: 'result', wait: 4000, results: [{ final: true, said: 'same again' }] }, { type: 'end' }]");
        await page.GetByTestId("mic").ClickAsync();
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("Listening");
        go.SetResult();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(2);
        (await page.EvaluateAsync<int[]>("[speech.overheard, speech.starts]")).ShouldBe([0, 1]);
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

    [Test]
    public async Task Without_a_connection_the_phone_understands_asks_and_answers_as_the_server_would()
    {
        var page = await Phone(grammar: true);
        await Type(page, "start workout");
        using var account = await Owner(page, () => Type(page, "bench press 100 for 8"));
        await Sent(page);
        await page.EvaluateAsync(Kept);
        await Holds(page, "kept('grammarIsHere').then((here) => here === true)");
        await Holds(page, "kept('voiceContext').then((context) => context?.workout?.entries[0]?.sets.length === 1)");
        await page.EvaluateAsync(Overhear);
        foreach (var said in new[] { "squat 140 for 5", "same again", "that was 6 reps", "bench press 102.5 for 6 RPE 9", "undo", "shoulder press 40 for 10", "the second one" })
        {
            var served = await Write(account, "/api/voice/interpret", new { transcript = said });
            await page.Context.SetOfflineAsync(true);
            await Type(page, said);
            var heard = JsonNode.Parse(await page.EvaluateAsync<string>("overheard.at(-1) ?? 'null'"));
            Plain(heard).ShouldBe(Plain(served), said);
            await Expect(page.GetByTestId("message")).ToHaveTextAsync(served["message"]!.GetValue<string>());
            if (served["outcome"]!.GetValue<string>() == "needsClarification")
            {
                (await page.GetByTestId("option").CountAsync()).ShouldBe(served["options"]!.AsArray().Count);
                await Write(account, "/api/voice/process", new { transcript = said });
            }

            await page.Context.SetOfflineAsync(false);
            await Sent(page);
        }

        (await page.EvaluateAsync<int>("overheard.length")).ShouldBe(7, "each sentence was understood once, and here");
        (await page.EvaluateAsync<string[]>("violations")).ShouldBeEmpty();
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(4);

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Type(page, "squat 145 for 5");
        await Expect(page.GetByTestId("message")).ToContainTextAsync("145 kg × 5");
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(5);
    }

    [Test]
    public async Task A_tap_answers_the_question_on_the_screen_whoever_asked_it_and_wherever_it_is_answered()
    {
        var page = await Phone(grammar: true);
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        await page.EvaluateAsync(Kept);
        await Holds(page, "kept('grammarIsHere').then((here) => here === true)");
        await Holds(page, "kept('voiceContext').then((context) => context !== undefined)");
        var (options, sets) = (page.GetByTestId("option"), page.GetByTestId("set"));

        await page.Context.SetOfflineAsync(true);
        await Type(page, "shoulder press 40 for 10");
        await Expect(options.First).ToContainTextAsync("40 kg × 10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.Context.SetOfflineAsync(false);
        await Sent(page);
        await Type(page, "shoulder press 30 for 12");
        await Expect(options.First).ToContainTextAsync("30 kg × 12");
        await page.Context.SetOfflineAsync(true);
        await options.First.ClickAsync();
        await Expect(sets).ToHaveCountAsync(2);
        await Expect(sets.Nth(1)).ToContainTextAsync("30 kg × 12");

        await Type(page, "undo");
        await Expect(sets).ToHaveCountAsync(1);
        await Type(page, "shoulder press 40 for 10");
        await page.Context.SetOfflineAsync(false);
        await Sent(page);
        await options.First.ClickAsync();
        await Expect(sets).ToHaveCountAsync(2);
        await Expect(sets.Nth(1)).ToContainTextAsync("40 kg × 10");
        await Sent(page);
        await Expect(page.GetByTestId("needs-you")).ToHaveCountAsync(0);
    }

    // What the phone keeps beside the log, by name.
    private const string Kept =
        """
        () => {
          window.kept = (name) => new Promise((done) => {
            const open = indexedDB.open('titan-trakr');
            open.onsuccess = () => {
              const got = open.result.transaction('kept').objectStore('kept').get(name);
              got.onsuccess = () => { open.result.close(); done(got.result); };
            };
          });
        }
        """;

    // Keeps what the app is answered by the grammar that it has loaded; the page's policy stops nothing on the way.
    private const string Overhear =
        """
        async () => {
          const grammar = await (await import('/voice.js')).load();
          const { interpret } = grammar;
          window.overheard = [];
          window.violations = [];
          document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
          grammar.interpret = (...said) => {
            const answer = interpret(...said);
            overheard.push(answer);
            return answer;
          };
        }
        """;

    // Both write numbers in their own way: 80 and 80.0 are one. The workout is the phone's own, and so is its clock.
    private static string Plain(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Where(member => member.Value is not null && member.Key is not ("workout" or "elapsedMs"))
            .OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Plain(member.Value)}")) + "}",
        JsonArray items => $"[{string.Join(',', items.Select(Plain))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>().ToString("0.######", CultureInfo.InvariantCulture),
        null => "null",
        _ => node.ToJsonString(),
    };

    // Waits for the card that the answer makes.
    private static async Task<string> ExerciseName(IPage page) => (await page.Locator("section.exercise").First.GetAttributeAsync("aria-label"))!;

    private async Task<IPage> Started()
    {
        var page = await Phone();
        await Type(page, "start workout");
        await Sent(page);
        return page;
    }

    private static Task<JsonElement?> Script(IPage page, string steps) => page.EvaluateAsync($"() => speech.next(...{steps})");

    private static Task<string[]> Spoken(IPage page) => page.EvaluateAsync<string[]>("speech.spoken");
}
