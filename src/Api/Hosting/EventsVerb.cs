using System.CommandLine;
using TitanTrakr.Infrastructure.Archive;

namespace TitanTrakr.Api.Hosting;

/// <summary><c>events export</c> and <c>events import</c>: the log as files that outlive the database, and a database from such files.</summary>
internal static class EventsVerb
{
    private const string Where = "A folder, or s3://bucket/prefix; ";

    public static Command Make() => new("events", "Archive the event log, or restore a database from an archive.") { Export(), Import() };

    private static Command Export()
    {
        var to = new Option<string?>("--to") { Description = Where + "Events:Archive when left out. The archive gets a folder of its own there." };
        var export = new Command("export", "Write the event log and what accounts need beside it as NDJSON, with a manifest and checksums.") { to };
        export.SetAction(async (parsed, stop) =>
        {
            await using var app = Host.Build([]);
            var place = parsed.GetValue(to) ?? app.Configuration["Events:Archive"];
            return string.IsNullOrEmpty(place)
                ? await Refuse("Say where to with --to, or set Events:Archive.")
                : await Tell("exported", await app.Services.GetRequiredService<EventArchive>().Export(place, stop));
        });
        return export;
    }

    private static Command Import()
    {
        var from = new Option<string>("--from") { Description = Where + "the one that holds manifest.json.", Required = true };
        var import = new Command("import", "Restore an archive into an empty database, migrated first, and fold its projections.") { from };
        import.SetAction(async (parsed, stop) =>
        {
            await using var app = Host.Build([]);
            var imported = await app.Services.GetRequiredService<EventArchive>().Import(parsed.GetRequiredValue(from), stop);
            return imported.IsOk ? await Tell("imported", imported.Value) : await Refuse(imported.Error.Detail);
        });
        return import;
    }

    private static async Task<int> Tell(string what, ArchiveReport report)
    {
        await Console.Out.WriteLineAsync($"{what} {report.Events} events and {report.Rows - report.Events} other rows, log {report.LogDigest}\n{report.Place}");
        return 0;
    }

    private static async Task<int> Refuse(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
