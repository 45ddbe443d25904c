using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// The offline gauntlet: 200 sets through killed browsers, two tabs, clocks that are a day off and every fault a network has. The server
/// holds each set once, in the device's order, and the chip never says that something is sent which is not.
/// </summary>
internal sealed class GauntletTests : PhoneTest
{
    private const int Sets = 200;

    // Each command as the phone's database took it, with its place in the queue; and the chip, held against that database.
    private const string Watch =
        """
        (() => {
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (value, key) {
            const request = put.call(this, value, key);
            if (this.name === 'outbox' && value.type === 'LogSet') this.transaction.addEventListener('complete', () => {
              window.puts += 1;
              window.kept?.(request.result, value.data.id);
            });
            return request;
          };
          const waiting = () => new Promise((tell) => {
            const opening = indexedDB.open('titan-trakr');
            opening.onsuccess = () => {
              const all = opening.result.transaction('outbox').objectStore('outbox').count();
              all.onsuccess = () => { opening.result.close(); tell(all.result); };
            };
          });
          const chip = () => document.querySelector('[data-testid=sync-chip]')?.textContent;
          const check = async () => {
            if (chip() !== 'All sent') return;
            const n = await waiting();
            if (n > 0 && chip() === 'All sent') setTimeout(async () => { if (chip() === 'All sent' && await waiting() > 0) window.lied?.(`All sent, with ${n} in the queue`); }, 1000);
          };
          addEventListener('DOMContentLoaded', () => new MutationObserver(check).observe(document, { subtree: true, childList: true, characterData: true }));
          window.waiting = waiting;
          window.puts = 0;
          window.logMany = async (n) => {
            for (let i = 0; i < n; i++) {
              const before = window.puts;
              document.querySelector('[data-testid=next-set]').click();
              for (let tries = 0; window.puts === before && tries < 2000; tries++) await new Promise((go) => setTimeout(go, 4));
            }
          };
        })();
        """;

    private readonly SortedDictionary<int, string> _kept = [];
    private readonly List<string> _lies = [];
    private readonly Random _random = new(20261126);
    private string _token = "";
    private IPage _page = null!;

    [Test]
    public async Task Two_hundred_sets_come_through_kills_tabs_clocks_and_every_fault_once_and_in_order()
    {
        var profile = Directory.CreateTempSubdirectory("titan-phone-").FullName;
        try
        {
            var phone = await Begin(profile);
            phone = await OfflineWithKills(phone, profile);
            await OfflineInTwoTabs(phone);
            await ThroughFaults(phone);
            await Arrived();
            await phone.CloseAsync();
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }

        _lies.ShouldBeEmpty();
    }

    private async Task<IBrowserContext> Begin(string profile)
    {
        var phone = await Start(profile);
        var page = _page = await Open(phone);
        await Type(page, "start workout");
        await Type(page, "bench press 100 for 8");
        await Sent(page);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        await page.EvaluateAsync("logMany(1)");
        return phone;
    }

    // Killed while sets are being logged: what was shown is there afterwards.
    private async Task<IBrowserContext> OfflineWithKills(IBrowserContext phone, string profile)
    {
        for (var kill = 0; kill < 3; kill++)
        {
            await phone.SetOfflineAsync(true);
            var page = _page;
            if (kill > 0)
            {
                await page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddDays(kill == 1 ? 1 : -1));
            }

            var logging = page.EvaluateAsync("logMany(1000)");
            await Until(() => _kept.Count >= 30 * (kill + 1));
            await Task.Delay(_random.Next(60));
            await PhoneProcess.Kill(profile);
            await logging.ContinueWith(_ => { }, TaskScheduler.Default);
            var shown = _kept.Count;
            phone = await Start(profile);
            await phone.SetOfflineAsync(true);
            page = _page = await Open(phone);
            await Expect(page.GetByTestId("set").Nth(shown)).ToBeVisibleAsync();
            await Recall(page);
            await Expect(page.GetByTestId("sync-chip")).ToHaveTextAsync($"Saved here · {await page.EvaluateAsync<int>("waiting()")} to send");
        }

        return phone;
    }

    private async Task OfflineInTwoTabs(IBrowserContext phone)
    {
        var (one, two) = (_page, await Open(phone));
        var before = _kept.Count + 1;
        await Expect(two.GetByTestId("set")).ToHaveCountAsync(before);
        for (var turn = 0; turn < 4; turn++)
        {
            await Task.WhenAll(one.EvaluateAsync("logMany(3)"), two.EvaluateAsync("logMany(3)"));
        }

        await Expect(one.GetByTestId("set")).ToHaveCountAsync(before + 24);
        await Expect(two.GetByTestId("set")).ToHaveCountAsync(before + 24);
        await two.CloseAsync();
        await one.EvaluateAsync("dispatchEvent(new Event('online'))");
    }

    // Every answer there is, each for a while, with sets logged all along.
    private async Task ThroughFaults(IBrowserContext phone)
    {
        var turn = 0;
        await phone.RouteAsync("**/api/events", route => route.Request.Method == "POST" ? Fault(route, turn++) : route.ContinueAsync());
        await phone.SetOfflineAsync(false);
        var page = _page;
        for (var tries = 0; _kept.Count < Sets - 1; tries++)
        {
            tries.ShouldBeLessThan(Sets);
            await page.EvaluateAsync("n => logMany(n)", Math.Min(5, Sets - 1 - _kept.Count));
            await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        }

        for (var tries = 0; turn < 10; tries++, await Task.Delay(100))
        {
            tries.ShouldBeLessThan(1000);
            await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        }

        await phone.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
    }

    private static async Task Fault(IRoute route, int turn)
    {
        switch (turn % 10)
        {
            case 0: // a slow network
                await Task.Delay(700);
                await route.ContinueAsync();
                break;
            case 1: // the server has it, the phone never hears of it
                await route.FetchAsync();
                await route.AbortAsync();
                break;
            case 2:
                await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/html", Body = "<h1>Welcome to the gym's network</h1>" });
                break;
            case 9:
                await route.ContinueAsync();
                break;
            default:
                int[] statuses = [401, 413, 429, 500, 409, 503];
                await route.FulfillAsync(new RouteFulfillOptions { Status = statuses[(turn % 10) - 3], ContentType = "application/problem+json", Body = "{}" });
                break;
        }
    }

    private async Task Arrived()
    {
        var page = _page;
        // What was refused alone, as one of a gateway's 409s may leave it, stays in sight and is tried again by hand.
        for (var tries = 0; await page.GetByTestId("needs-you").CountAsync() > 0; tries++)
        {
            tries.ShouldBeLessThan(Sets);
            await page.GetByTestId("needs-you").First.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        }

        await Sent(page);
        (await page.EvaluateAsync<int>("waiting()")).ShouldBe(0);
        await Expect(page.GetByTestId("set")).ToHaveCountAsync(Sets);
        var stored = await Stored();
        stored.Count.ShouldBe(Sets);
        stored.Skip(1).ShouldBe(_kept.Values, "each once, in the order in which the phone took them");
    }

    private async Task<List<string>> Stored()
    {
        using var client = new HttpClient { BaseAddress = Browsing.Address };
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(_token);
        var stored = new List<string>();
        for (long after = 0; ;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync($"/api/events?limit=500&after={after}"))!;
            var items = page["items"]!.AsArray();
            stored.AddRange(items.Where(item => item!["type"]!.GetValue<string>() == "SetLogged").Select(item => item!["payload"]!["setId"]!.GetValue<string>()));
            if (items.Count == 0)
            {
                return stored;
            }

            after = page["cursor"]!.GetValue<long>();
        }
    }

    // A command may be safe on the phone and the browser dead before it could tell the test.
    private async Task Recall(IPage page)
    {
        var held = await page.EvaluateAsync<string>("""
            () => new Promise((tell) => {
              const opening = indexedDB.open('titan-trakr');
              opening.onsuccess = () => {
                const all = opening.result.transaction('outbox').objectStore('outbox').getAll();
                all.onsuccess = () => { opening.result.close(); tell(JSON.stringify(all.result.filter((entry) => entry.type === 'LogSet').map((entry) => ({ order: entry.order, id: entry.data.id })))); };
              };
            })
            """);
        foreach (var entry in JsonNode.Parse(held)!.AsArray())
        {
            Keep(entry!["order"]!.GetValue<int>(), entry["id"]!.GetValue<string>());
        }
    }

    private async Task<IBrowserContext> Start(string profile)
    {
        var phone = await PhoneProcess.Start(profile);
        await phone.AddInitScriptAsync(Watch);
        await phone.ExposeFunctionAsync<int, string, int>("kept", Keep);
        await phone.ExposeFunctionAsync<string, int>("lied", lie =>
        {
            _lies.Add(lie);
            return 0;
        });
        phone.Request += (_, request) => _token = request.Headers.GetValueOrDefault("authorization", _token);
        return phone;
    }

    // Tried again by hand it stands at the end of the queue.
    private int Keep(int order, string id)
    {
        lock (_kept)
        {
            foreach (var before in _kept.Where(entry => entry.Value == id && entry.Key != order).ToList())
            {
                _kept.Remove(before.Key);
            }

            _kept[order] = id;
            return order;
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            tries.ShouldBeLessThan(3000);
            await Task.Delay(10);
        }
    }
}
