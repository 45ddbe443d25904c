using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TitanTrakr.Api.Tests.Exchange;

/// <summary>Carries files to and from the import and export routes.</summary>
internal static class Courier
{
    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Exchange", "Files", name));

    public static Task<Answer> Import(this Lifter lifter, byte[] file, string query = "", Guid? key = null, string type = "text/csv")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return lifter.Upload("/api/import" + query, content, key);
    }

    public static Task<Answer> Import(this Lifter lifter, string text, string query = "") => lifter.Import(Encoding.UTF8.GetBytes(text), query);

    public static Task<Answer> ImportForm(this Lifter lifter, byte[] file, string? mapping, string query = "", Guid? key = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "export.csv" } };
        if (mapping is not null)
        {
            form.Add(new StringContent(mapping), "mapping");
        }

        return lifter.Upload("/api/import" + query, form, key);
    }

    public static async Task<string> Export(this Lifter lifter, string format) => (await lifter.Get($"/api/export.csv?format={format}")).Text;

    /// <summary>The whole history, oldest first.</summary>
    public static async Task<List<JsonNode>> History(this Lifter lifter)
    {
        var all = new List<JsonNode>();
        for (var cursor = ""; ;)
        {
            var page = (await lifter.Get($"/api/history?limit=100{cursor}")).Json;
            all.AddRange(page["items"]!.AsArray().Select(workout => workout!));
            if (page["nextCursor"] is not { } next)
            {
                all.Reverse();
                return all;
            }

            cursor = "&cursor=" + Uri.EscapeDataString(next.GetValue<string>());
        }
    }

    public static List<JsonNode> Entries(this JsonNode workout) => [.. workout["exercises"]!.AsArray().Select(entry => entry!)];

    public static List<JsonNode> Sets(this JsonNode entry) => [.. entry["sets"]!.AsArray().Select(set => set!)];

    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();

    public static int Count(this JsonNode node, string member) => node[member]!.GetValue<int>();

    public static string Load(this JsonNode set) => set["load"] is { } load ? $"{load["value"]} {load["unit"]}" : "";
}
