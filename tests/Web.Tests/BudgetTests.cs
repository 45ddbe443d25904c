using System.IO.Compression;
using Microsoft.Playwright;

namespace TitanTrakr.Web.Tests;

/// <summary>What the built app weighs and asks for: gates, so that nobody makes it heavier without saying so.</summary>
internal sealed class BudgetTests
{
    private static readonly string Built =
        Path.GetFullPath(PhoneTest.Beside("../../src/Api/wwwroot"));

    [TestCase("assets/app-*.js", 48)]
    [TestCase("assets/app-*.css", 8)]
    [TestCase("assets/chart-*.js", 24)]
    [TestCase("assets/screens-*.js", 16)]
    [TestCase("sw.js", 7)]
    public void A_file_keeps_to_its_size(string pattern, int kilobytes)
    {
        var file = Directory.GetFiles(Path.Combine(Built, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).ShouldHaveSingleItem();
        var size = Zipped(File.ReadAllBytes(file));
        TestContext.Out.WriteLine($"{Path.GetFileName(file)}: {size / 1000.0:0.0} kB gz");
        size.ShouldBeLessThanOrEqualTo(kilobytes * 1000);
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
