using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// The offline gauntlet: 200 sets through killed browsers, two tabs, a waiting update, clocks that are a day off and every fault a network has.
/// The server holds each set once, in the device's order, and the chip never says that something is sent which is not.
/// </summary>
[NonParallelizable, Category("Alone")]
internal sealed class GauntletTests : PhoneTest
{
    private const int Sets = 200;

    // A workout holds 100 sets of one exercise.
    private static readonly string[] First = ["bench press 100 for 8", "squat 140 for 5", "barbell row 80 for 8"];

    private static readonly string Watch = Beside("gauntlet.js");

    private readonly SortedDictionary<int, string> _kept = [];
    private readonly List<string> _lies = [];
    private readonly Random _random = new(20261126);
    private readonly FaultyNetwork _network = new();
    private string _profile = "";
    private IBrowserContext _phone = null!;
    private IPage _page = null!;

    [SetUp]
    public void Unpack() => _profile = Directory.CreateTempSubdirectory("titan-phone-").FullName;

    [TearDown]
    public async Task PutAway()
    {
        await PhoneProcess.Kill(_profile);
        Directory.Delete(_profile, recursive: true);
    }

    [Test]
    public async Task Two_hundred_sets_come_through_kills_tabs_clocks_an_update_and_every_fault_once_and_in_order()
    {
        await Begin();
        await LogThroughFaults(until: 40);
        await LogOfflineAndKill(until: 80, days: 1);
        await LogOfflineAndKill(until: 120, days: -1);
        await LogOfflineInTwoTabs();
        await KillWhileSending();
        await LogThroughFaults(until: Sets - First.Length);
        _network.NotShown.ShouldBeEmpty("every fault had its turn");
        await Arrived();
        _lies.ShouldBeEmpty();
    }

    private async Task Begin()
    {
        await Start();
        await Type(_page, "start workout");
        foreach (var sentence in First)
        {
            await Type(_page, sentence);
        }

        await Sent(_page);
        await _page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        // A browser killed in its very first moments may come back without its database: this is a phone that was put away once.
        await _phone.CloseAsync();
        await Start();
        await Holds(_page, "navigator.serviceWorker.controller !== null");
        File.Delete(Browsing.Served("sw.js.br"));
        await File.AppendAllTextAsync(Browsing.Served("sw.js"), $"\n// {Guid.NewGuid()}");
        await _page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Holds(_page, "navigator.serviceWorker.getRegistration().then((registration) => registration.waiting !== null)");
    }

    // Every answer there is, again and again, with sets logged all along and a new version waiting.
    private async Task LogThroughFaults(int until)
    {
        await _page.EvaluateAsync("window.sameDocument = true");
        _network.IsFaulty = true;
        while (_kept.Count < until)
        {
            await Log(_page, Math.Min(4, until - _kept.Count));
            await Nudge();
        }

        _network.IsFaulty = false;
        await Nudge();
        await Sent(_page);
        string.Join('\n', await Stored()).ShouldBe(string.Join('\n', _kept.Values), "all sent is all there, each once, in the order in which the phone took them");
        await Expect(_page.GetByText("A new version is ready.")).ToBeHiddenAsync();
        (await _page.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue("nothing reloads by itself");
    }

    private async Task Log(IPage page, int sets)
    {
        var after = _kept.Count + sets;
        await page.EvaluateAsync("n => gauntlet.log(n)", sets);
        await Until(() => _kept.Count == after);
    }

    // Killed while sets are being logged: what was shown is there afterwards, and the chip knows how much.
    private async Task LogOfflineAndKill(int until, int days)
    {
        await Disconnect();
        var logging = _page.EvaluateAsync("gauntlet.log(1000)");
        await Until(() => _kept.Count >= until);
        await Task.Delay(_random.Next(60));
        await Die(logging);
        var shown = _kept.Count;
        await Start(days);
        await Expect(_page.GetByTestId("set").Nth(shown + First.Length - 1)).ToBeVisibleAsync();
        await Recall();
        await Expect(_page.GetByTestId("set")).ToHaveCountAsync(_kept.Count + First.Length);
        await Expect(_page.GetByTestId("sync-chip")).ToHaveTextAsync($"Saved here · {await _page.EvaluateAsync<int>("gauntlet.waiting()")} to send");
    }

    private async Task LogOfflineInTwoTabs()
    {
        var other = await Open(_phone);
        var before = _kept.Count + First.Length;
        await Expect(other.GetByTestId("set")).ToHaveCountAsync(before);
        await Task.WhenAll(_page.EvaluateAsync("gauntlet.log(12)"), other.EvaluateAsync("gauntlet.log(12)"));
        await Until(() => _kept.Count == before + 24 - First.Length);
        foreach (var tab in new[] { _page, other })
        {
            await Expect(tab.GetByTestId("set")).ToHaveCountAsync(before + 24);
            await Expect(tab.GetByTestId("sync-chip")).ToHaveTextAsync($"Saved here · {await tab.EvaluateAsync<int>("gauntlet.waiting()")} to send");
        }
    }

    // The server has them all, and the phone dies before it hears so.
    private async Task KillWhileSending()
    {
        var taken = _network.TakeAndKeepSilent();
        await Connect();
        await taken;
        await Die(Task.CompletedTask);
        _network.IsFaulty = true;
        await Start();
        await Expect(_page.GetByTestId("set")).ToHaveCountAsync(_kept.Count + First.Length);
    }

    private async Task Arrived()
    {
        (await _page.EvaluateAsync<int>("gauntlet.waiting()")).ShouldBe(0);
        await Expect(_page.GetByTestId("needs-you")).ToHaveCountAsync(0);
        await Expect(_page.GetByTestId("set")).ToHaveCountAsync(Sets);
        _kept.Count.ShouldBe(Sets - First.Length);
        await _phone.CloseAsync();
    }

    private async Task Start(int days = 0)
    {
        _phone = await PhoneProcess.Start(_profile);
        await Prepare(_phone);
        await _phone.AddInitScriptAsync(scriptPath: Watch);
        if (days != 0)
        {
            await _phone.AddInitScriptAsync($$"""
                (() => {
                  const [Clock, off] = [Date, {{days}} * 86400000];
                  window.Date = class extends Clock {
                    constructor(...parts) { super(...(parts.length ? parts : [Clock.now() + off])); }
                    static now() { return Clock.now() + off; }
                  };
                })()
                """);
        }

        await _phone.ExposeFunctionAsync<int, string, int>("kept", Keep);
        await _phone.ExposeFunctionAsync<string, int>("lied", Lied);
        await _network.Stand(_phone);
        await _phone.SetOfflineAsync(_network.IsDown);
        _page = await Open(_phone);
    }

    private async Task Die(Task doing)
    {
        await PhoneProcess.Kill(_profile);
        await doing.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task Disconnect()
    {
        _network.IsDown = true;
        await _phone.SetOfflineAsync(true);
    }

    private async Task Connect()
    {
        _network.IsDown = false;
        await _phone.SetOfflineAsync(false);
    }

    private async Task Nudge() => await _page.EvaluateAsync("dispatchEvent(new Event('online'))");

    // Without the first ones, which were typed.
    private async Task<List<string>> Stored()
    {
        using var client = new HttpClient { BaseAddress = Browsing.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _network.Token);
        var stored = new List<string>();
        for (long after = 0; ;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync($"/api/events?limit=500&after={after}"))!;
            var sets = page["items"]!.AsArray().Where(item => item!["type"]!.GetValue<string>() == "SetLogged").Select(item => item!["payload"]!).ToList();
            sets.ShouldAllBe(set => set["loggedAt"]!.GetValue<DateTimeOffset>() < DateTimeOffset.UtcNow.AddMinutes(2), "no set lies in the future");
            stored.AddRange(sets.Select(set => set["setId"]!.GetValue<string>()));
            if (page["items"]!.AsArray().Count == 0)
            {
                return stored[First.Length..];
            }

            after = page["cursor"]!.GetValue<long>();
        }
    }

    // A command may be safe on the phone and the browser dead before it could tell the test.
    private async Task Recall()
    {
        foreach (var entry in JsonNode.Parse(await _page.EvaluateAsync<string>("gauntlet.queued()"))!.AsArray())
        {
            Keep(entry!["order"]!.GetValue<int>(), entry["id"]!.GetValue<string>());
        }
    }

    private int Keep(int order, string id)
    {
        lock (_kept)
        {
            _kept[order] = id;
            return order;
        }
    }

    private int Lied(string lie)
    {
        _lies.Add(lie);
        return 0;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            tries.ShouldBeLessThan(6000);
            await Task.Delay(10);
        }
    }
}
