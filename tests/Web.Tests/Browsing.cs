using Microsoft.Playwright;
using TitanTrakr.Api.Tests;
using TitanTrakr.Testing;

// Two lifters at a time, each at a lifter's pace; what measures time, or puts a new version of the app on the site, runs alone.
[assembly: LevelOfParallelism(2)]

namespace TitanTrakr.Web.Tests;

/// <summary>One host and one Chromium for all tests; each test has a phone, and so an account, of its own.</summary>
[SetUpFixture]
internal sealed class Browsing
{
    /// <summary>Flags that keep a headless Chromium quiet and inside a container.</summary>
    public static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string Root = Directory.CreateTempSubdirectory("titan-web-").FullName;

    private static TestDatabase _database = null!;
    private static Server _server = null!;
    private static IPlaywright _playwright = null!;

    /// <summary>The browser.</summary>
    public static IBrowser Browser { get; private set; } = null!;

    /// <summary>The browser's maker, for tests that need a process or a profile of their own.</summary>
    public static IBrowserType Chromium => _playwright.Chromium;

    /// <summary>The mails that the host sends.</summary>
    public static MailBox Mail { get; private set; } = null!;

    /// <summary>A served file, of a copy that a test may change: a new version of the app, say.</summary>
    public static string Served(string file) => Path.Combine(Root, file);

    /// <summary>The app, at a name that passkeys may be made for.</summary>
    public static Uri Address => new UriBuilder(_server.Address) { Host = "localhost" }.Uri;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Sqlite);
        Mail = new MailBox();
        Copy(PhoneTest.Beside("../../src/Api/wwwroot"), Root);
        _server = new Server(_database, new Dictionary<string, string?>(Mail.Settings) { ["ASPNETCORE_WEBROOT"] = Root });
        await _server.Start();
        _playwright = await Playwright.CreateAsync();
        // Slow machines are slow, not broken.
        Assertions.SetDefaultExpectTimeout(45_000);
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        _server.Dispose();
        _database.Dispose();
        await Mail.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
