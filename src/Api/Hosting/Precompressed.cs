using Microsoft.AspNetCore.StaticFiles;

namespace TitanTrakr.Api.Hosting;

/// <summary>Serves the Brotli file beside a built one: the grammar for the phone is a third of its size so, and was compressed when it was built.</summary>
internal static class Precompressed
{
    private const string Folder = "/assets/voice", Ending = ".br";

    public static FileExtensionContentTypeProvider ContentTypes { get; } = new() { Mappings = { [Ending] = "application/octet-stream" } };

    public static void UsePrecompressed(this WebApplication app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments(Folder) && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase)
            && app.Environment.WebRootFileProvider.GetFileInfo(path + Ending).Exists)
        {
            context.Request.Path = path + Ending;
        }

        return next(context);
    });

    /// <summary>Says what the file is, and that it comes compressed.</summary>
    public static void Label(StaticFileResponseContext file)
    {
        var (name, headers) = (file.File.Name, file.Context.Response.Headers);
        if (file.Context.Request.Path.StartsWithSegments(Folder))
        {
            headers.Vary = "Accept-Encoding";
        }

        if (name.EndsWith(Ending, StringComparison.Ordinal) && ContentTypes.TryGetContentType(name[..^Ending.Length], out var type))
        {
            (headers.ContentEncoding, headers.ContentType) = ("br", type);
        }
    }
}
