using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace TitanTrakr.Web.Tests;

/// <summary>A phone with the app open. After every test: no script error, and nothing that the content security policy or Trusted Types had to stop.</summary>
[Parallelizable(ParallelScope.Self)]
internal abstract class PhoneTest
{
    private static readonly string Reach = File.ReadAllText(Beside("reach.js"));

    private readonly List<string> _faults = [];
    private readonly List<IBrowserContext> _phones = [];

    /// <summary>Opens the app on a new phone.</summary>
    /// <param name="grammar">Whether the grammar comes to the phone after the first sentence: a runtime to start, which few tests are about.</param>
    protected async Task<IPage> Phone(
        ColorScheme scheme = ColorScheme.Dark, int width = 390, int height = 844, string path = "", string locale = "en-US", bool grammar = false)
    {
        var context = await Browsing.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = locale,
        });
        _phones.Add(context);
        await Prepare(context, grammar);
        return await Open(context, path);
    }

    /// <summary>From now on nothing more is kept in the queue, until the page's makeRoom().</summary>
    protected static Task FillStorage(IPage page) => page.EvaluateAsync("""
        () => {
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...all) {
            if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError');
            return put.apply(this, all);
          };
          window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
        }
        """);

    /// <summary>What a headless browser lacks, and what this phone shall do without.</summary>
    protected static async Task Prepare(IBrowserContext phone, bool grammar = false)
    {
        // Slow machines are slow, not broken.
        phone.SetDefaultTimeout(120_000);
        await phone.AddInitScriptAsync(scriptPath: Beside("speech.js"));
        if (!grammar)
        {
            await phone.AddInitScriptAsync("window.requestIdleCallback = () => 0");
        }
    }

    /// <summary>Opens the app in a tab of this phone.</summary>
    protected async Task<IPage> Open(IBrowserContext context, string path = "")
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _faults.Add(error);
        page.Console += (_, message) => AddViolation(message.Text);
        await page.GotoAsync(new Uri(Browsing.Address, path).ToString());
        return page;
    }

    /// <summary>Types a sentence and sends it.</summary>
    protected static async Task Type(IPage page, string sentence)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" }).FillAsync(sentence);
        await page.GetByRole(AriaRole.Region, new() { Name = "Log a set" }).Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByTestId("answer")).ToContainTextAsync(sentence);
        await Assertions.Expect(page.GetByTestId("message")).Not.ToBeEmptyAsync();
    }

    /// <summary>Waits until a script's expression holds. The policy forbids the page to make one from text, so it is asked from outside.</summary>
    protected static async Task Holds(IPage page, string expression)
    {
        for (var tries = 0; !await page.EvaluateAsync<bool>(expression); tries++)
        {
            tries.ShouldBeLessThan(400, expression);
            await Task.Delay(50);
        }
    }

    /// <summary>Keeps from now on, in window.told, what a screen reader reads out by itself: what has changed in the page's status.</summary>
    protected static Task ListenIn(IPage page) => page.EvaluateAsync("""
        () => {
          if (window.told) return void (told.length = 0);
          window.told = [];
          const status = document.querySelector('body > [role=status]');
          new MutationObserver(() => { if (status.textContent) told.push(status.textContent); }).observe(status, { childList: true, characterData: true, subtree: true });
        }
        """);

    /// <summary>Waits until everything is on the server.</summary>
    protected static Task Sent(IPage page) => Assertions.Expect(page.GetByTestId("sync-chip")).ToHaveTextAsync("All sent");

    /// <summary>Goes to a screen by its address.</summary>
    protected static async Task Go(IPage page, string view)
    {
        await page.EvaluateAsync("view => { location.hash = view; }", view);
        await Assertions.Expect(page.GetByTestId(view.Split('/')[0])).ToBeVisibleAsync();
    }

    /// <summary>What of the screen in front can't be read or reached.</summary>
    protected static Task<string[]> Lost(IPage page) => page.EvaluateAsync<string[]>(Reach);

    /// <summary>Keeps what the test sees for the documents, in the dark and in the light.</summary>
    protected static async Task Screen(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            // A chart is drawn anew for it with the next frame.
            await page.EvaluateAsync("() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))");
            var theme = scheme == ColorScheme.Dark ? "dark" : "light";
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.GetFullPath(Beside($"../../docs/screens/{name}-{theme}.png")) });
        }
    }

    /// <summary>Trains: each workout has these sets of the bench press and one of the squat.</summary>
    protected static async Task Train(IPage page, params string[] loads)
    {
        foreach (var load in loads)
        {
            await Type(page, "start workout");
            await Type(page, $"bench press {load} for 8");
            await Type(page, "squat 140 for 5");
            await Type(page, "finish workout");
        }

        await Sent(page);
    }

    /// <summary>A client with this phone's own token, which the phone keeps to itself: it is heard with its next request.</summary>
    protected static async Task<HttpClient> Owner(IPage page, Func<Task>? ask = null)
    {
        var request = await page.RunAndWaitForRequestAsync(ask ?? (() => page.ReloadAsync()), sent => sent.Headers.ContainsKey("authorization"));
        var client = new HttpClient { BaseAddress = Browsing.Address };
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(request.Headers["authorization"]);
        return client;
    }

    /// <summary>Writes something as this phone's account, at the front door.</summary>
    protected static async Task<JsonNode> Write(HttpClient account, string path, object body, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        using var answer = await account.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A file of this project.</summary>
    internal static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);

    [TearDown]
    public async Task NothingWentWrong()
    {
        foreach (var phone in _phones)
        {
            await phone.CloseAsync();
        }

        _phones.Clear();
        string[] faults = [.. _faults];
        _faults.Clear();
        faults.ShouldBeEmpty();
    }

    private void AddViolation(string message)
    {
        if (message.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)
            || message.Contains("Trusted", StringComparison.Ordinal)
            || message.Contains("Alpine", StringComparison.Ordinal))
        {
            _faults.Add(message);
        }
    }
}
