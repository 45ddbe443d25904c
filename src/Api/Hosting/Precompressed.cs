using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace TitanTrakr.Api.Hosting;

/// <summary>Serves the Brotli file beside a built one: texts are a quarter of their size so, and were compressed when they were built.</summary>
internal static class Precompressed
{
    private const string Ending = ".br";

    public static FileExtensionContentTypeProvider ContentTypes { get; } = new() { Mappings = { [Ending] = "application/octet-stream" } };

    public static void UsePrecompressed(this IApplicationBuilder app)
    {
        var environment = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>();
        app.Use((context, next) =>
        {
            var path = context.Request.Path;
            if (path.HasValue && Accepts(context.Request) && HasTwin(environment.WebRootFileProvider, path.Value))
            {
                context.Request.Path = path + Ending;
            }

            return next(context);
        });
    }

    /// <summary>The file that was asked for, whichever was served.</summary>
    public static PathString Asked(PathString path) =>
        path.Value is { } name && name.EndsWith(Ending, StringComparison.Ordinal) ? new PathString(name[..^Ending.Length]) : path;

    /// <summary>Says what the file is, and that it comes compressed where it does.</summary>
    public static void Label(StaticFileResponseContext file)
    {
        var (name, headers) = (file.File.Name, file.Context.Response.Headers);
        headers.Vary = "Accept-Encoding";
        if (name.EndsWith(Ending, StringComparison.Ordinal) && ContentTypes.TryGetContentType(name[..^Ending.Length], out var type))
        {
            (headers.ContentEncoding, headers.ContentType) = ("br", type);
        }
    }

    private static bool Accepts(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);

    // Only what was built: an API's answer is no file, and asking the disk for each would cost it.
    private static bool HasTwin(IFileProvider files, string path) =>
        (path.StartsWith("/assets/", StringComparison.Ordinal) || path is "/index.html" or "/sw.js" or "/voice.js") && files.GetFileInfo(path + Ending).Exists;
}
