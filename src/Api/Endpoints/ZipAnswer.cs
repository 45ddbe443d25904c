using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using TitanTrakr.Application.Exchange;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Files as a zip that is written while it is sent: it is never whole in memory or on a disk.</summary>
internal sealed class ZipAnswer(string name, IReadOnlyList<ExportedFile> files, CancellationToken stop) : IResult
{
    public static IResult Of(string name, IReadOnlyList<ExportedFile> files, CancellationToken stop) => new ZipAnswer(name, files, stop);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // An entry writes its last bytes synchronously when it is disposed of, whichever way that is asked for; they are a few hundred.
        if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        return Results.Stream(Write, "application/zip", name).ExecuteAsync(httpContext);
    }

    private async Task Write(Stream to)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        foreach (var file in files)
        {
            await using var entry = await zip.CreateEntry(file.Name, CompressionLevel.Fastest).OpenAsync(stop);
            await file.Write(entry, stop);
        }
    }
}
