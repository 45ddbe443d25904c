namespace TitanTrakr.Api.Hosting;

/// <summary>Serves the built PWA with the caching that the contract promises.</summary>
internal static class WebApp
{
    public static void UseWebApp(this IApplicationBuilder app)
    {
        app.UseDefaultFiles();
        app.UsePrecompressed();
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = Precompressed.ContentTypes,
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.CacheControl = CacheFor(Precompressed.Asked(file.Context.Request.Path));
                Precompressed.Label(file);
            },
        });
    }

    private static string CacheFor(PathString path) =>
        path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable"
        : path == "/sw.js" ? "no-cache"
        : "public, max-age=300";
}
