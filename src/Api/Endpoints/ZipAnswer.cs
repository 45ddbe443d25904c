using System.IO.Compression;
using TitanTrakr.Application.Exchange;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Files as a zip that is written while it is sent: it is never whole in memory or on a disk.</summary>
internal static class ZipAnswer
{
    public static IResult Of(string name, IReadOnlyList<ExportedFile> files, CancellationToken stop) =>
        Results.Stream(to => Write(to, files, stop), "application/zip", name);

    private static async Task Write(Stream to, IReadOnlyList<ExportedFile> files, CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        foreach (var file in files)
        {
            await using var entry = await zip.CreateEntry(file.Name, CompressionLevel.Fastest).OpenAsync(stop);
            await file.Write(entry, stop);
        }
    }
}
