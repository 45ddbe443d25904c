using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class AccountExportTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task Everything_one_owns_comes_as_a_zip_and_nobody_elses()
    {
        using var other = await Lifter.SignUp(Server);
        await other.Post("/api/workouts", """{"name":"Somebody else's"}""");
        await Lifter.Post("/api/workouts", """{"name":"Push day"}""");
        await Lifter.Say("squat 100 for 5");
        await Lifter.Post("/api/workouts/current/complete");

        var files = await Download();

        files.Keys.ShouldBe(["events.jsonl", "workouts.json", "sets.csv", "account.json"]);
        var lines = files["events.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
        var feed = await Lifter.Events();
        lines.Select(line => line.ToJsonString()).ShouldBe(feed.Select(line => line!.ToJsonString()));
        JsonNode.Parse(files["workouts.json"])![0]!["name"]!.GetValue<string>().ShouldBe("Push day");
        JsonNode.Parse(files["workouts.json"])![0]!["startedAt"]!.GetValue<string>()
            .ShouldBe((await Lifter.Get("/api/history")).Json["items"]![0]!["startedAt"]!.GetValue<string>());
        files["sets.csv"].Split('\n').Length.ShouldBeGreaterThanOrEqualTo(2);
        JsonNode.Parse(files["account.json"])!["id"]!.GetValue<string>().ShouldBe((await Lifter.Get("/api/account")).Json["id"]!.GetValue<string>());
        files.Values.ShouldAllBe(text => !text.Contains("Somebody else", StringComparison.Ordinal));
        (await Lifter.Get("/api/account/audit")).Json["items"]!.AsArray().Select(entry => entry!["kind"]!.GetValue<string>()).ShouldContain("exported");
    }

    private async Task<IReadOnlyDictionary<string, string>> Download()
    {
        using var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Lifter.Token);
        using var answer = await client.GetAsync("/api/account/export", HttpCompletionOption.ResponseHeadersRead);
        answer.Headers.TransferEncodingChunked.ShouldBe(true, "its length is not known when it begins");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("titan-trakr.zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
