using System.IO.Compression;
using Microsoft.Playwright;

namespace TitanTrakr.Web.Tests;

/// <summary>What the built app weighs and asks for: gates, so that nobody makes it heavier without saying so.</summary>
[NonParallelizable, Category("Alone")]
internal sealed class BudgetTests
{
    // Measured 2.6 beside other work; a tap that waits for the server, or draws the screen anew, takes a multiple of that.
    private const double MostOfKeeping = 12;

    private static readonly string Built =
        Path.GetFullPath(PhoneTest.Beside("../../src/Api/wwwroot"));

    [TestCase("assets/app-*.js", 48)]
    [TestCase("assets/chart-*.js", 24)]
    [TestCase("assets/screens-*.js", 26)]
    [TestCase("voice.js", 10)]
    [TestCase("sw.js", 7)]
    public void A_file_keeps_to_its_size(string pattern, int kilobytes)
    {
        var file = Directory.GetFiles(Path.Combine(Built, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).ShouldHaveSingleItem();
        var size = Zipped(File.ReadAllBytes(file));
        TestContext.Out.WriteLine($"{Path.GetFileName(file)}: {size / 1000.0:0.0} kB gz");
        size.ShouldBeLessThanOrEqualTo(kilobytes * 1000);
    }

    [Test]
    public void The_styles_in_the_page_keep_to_their_size_and_are_compressed_beside_it()
    {
        var page = File.ReadAllText(Path.Combine(Built, "index.html"));
        var style = page.Split("<style>")[1].Split("</style>")[0];
        Zipped(System.Text.Encoding.UTF8.GetBytes(style)).ShouldBeInRange(1000, 8000);
        Directory.GetFiles(Built, "*.js", SearchOption.AllDirectories).Append(Path.Combine(Built, "index.html"))
            .Where(file => !File.Exists(file + ".br") && Path.GetFileName(file) != "voice.js").ShouldBeEmpty();
    }

    [Test]
    public async Task A_tap_shows_its_row_in_a_few_times_what_keeping_it_takes()
    {
        await using var context = await Browsing.Browser.NewContextAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Browsing.Address.ToString());
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" }).FillAsync("start workout");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("sync-chip")).ToHaveTextAsync("All sent");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Say or type a set" }).FillAsync("bench press 100 for 8");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("set")).ToHaveCountAsync(1);
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        // Side by side in one page, so that a busy machine slows both: what a tap must do at least, which is to keep a record and draw a row.
        var times = await page.EvaluateAsync<double[][]>("""
            async () => {
              const opened = indexedDB.open('yardstick');
              opened.onupgradeneeded = () => opened.result.createObjectStore('kept', { autoIncrement: true });
              await new Promise((go) => { opened.onsuccess = go; });
              const turn = () => new Promise((go) => { const channel = new MessageChannel(); channel.port1.onmessage = go; channel.port2.postMessage(0); });
              const rows = () => document.querySelectorAll('[data-testid=set]').length;
              const timed = async (work) => { const start = performance.now(); await work(); return performance.now() - start; };
              const tap = async () => {
                const before = rows();
                document.querySelector('[data-testid=next-set]').click();
                while (rows() === before) await turn();
              };
              const least = async () => {
                const write = opened.result.transaction('kept', 'readwrite', { durability: 'strict' });
                write.objectStore('kept').add({ load: 100, reps: 8 });
                await new Promise((go) => { write.oncomplete = go; });
                document.body.append(document.createElement('li'));
                await turn();
              };
              const [taps, leasts] = [[], []];
              for (let round = 0; round < 9; round++) {
                leasts.push(await timed(least));
                taps.push(await timed(tap));
                await new Promise((go) => setTimeout(go, 30));
              }
              return [taps, leasts];
            }
            """);
        var (taps, leasts) = (times[0].Order().ToArray(), times[1].Order().ToArray());
        TestContext.Out.WriteLine($"tap to row, ms: {string.Join(' ', taps.Select(time => $"{time:0}"))}; keeping alone: {string.Join(' ', leasts.Select(time => $"{time:0}"))}");
        (taps[2] / leasts[2]).ShouldBeLessThanOrEqualTo(MostOfKeeping);
    }

    [Test]
    public void The_font_keeps_to_its_size() =>
        Directory.GetFiles(Path.Combine(Built, "assets"), "*.woff2").Sum(file => new FileInfo(file).Length).ShouldBeLessThanOrEqualTo(20_480);

    [Test]
    public async Task A_cold_start_takes_six_requests_and_85_kB_at_most()
    {
        await using var context = await Browsing.Browser.NewContextAsync(new BrowserNewContextOptions { ServiceWorkers = ServiceWorkerPolicy.Block });
        var page = await context.NewPageAsync();
        var (requests, size) = (0, 0L);
        var read = new List<Task>();
        page.Response += (_, response) =>
        {
            if (!new Uri(response.Url).AbsolutePath.StartsWith("/api/", StringComparison.Ordinal))
            {
                requests++;
                read.Add(response.BodyAsync().ContinueWith(body => size += Squeezed(body.Result), TaskScheduler.Default));
            }
        };
        await page.GotoAsync(Browsing.Address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.WhenAll(read);
        TestContext.Out.WriteLine($"{requests} requests, {size / 1000.0:0.0} kB br");
        requests.ShouldBeLessThanOrEqualTo(6);
        size.ShouldBeLessThanOrEqualTo(85_000);
    }

    private static int Zipped(byte[] content)
    {
        using var into = new MemoryStream();
        using (var zip = new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(content);
        }

        return (int)into.Length;
    }

    private static int Squeezed(byte[] content)
    {
        using var into = new MemoryStream();
        using (var brotli = new BrotliStream(into, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(content);
        }

        return (int)into.Length;
    }
}
