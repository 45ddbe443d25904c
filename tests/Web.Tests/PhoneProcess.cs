using System.Diagnostics;
using Microsoft.Playwright;

namespace TitanTrakr.Web.Tests;

/// <summary>A browser of its own that keeps its profile, and can be killed.</summary>
internal static class PhoneProcess
{
    public static Task<IBrowserContext> Start(string profile) => Browsing.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = Browsing.Flags,
        ViewportSize = new ViewportSize { Width = 390, Height = 844 },
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-US",
    });

    /// <summary>SIGKILL to the browser process of this profile, found by its command line, and to its children, as a phone kills an app.</summary>
    public static async Task Kill(string profile)
    {
        foreach (var process in Process.GetProcesses().Where(process => IsBrowserOf(process, profile)))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static bool IsBrowserOf(Process process, string profile)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process.Id}/cmdline");
            return command.Contains($"--user-data-dir={profile}", StringComparison.Ordinal) && !command.Contains("--type=", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
