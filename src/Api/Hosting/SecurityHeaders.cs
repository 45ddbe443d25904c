using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;
using Scalar.AspNetCore;

namespace TitanTrakr.Api.Hosting;

/// <summary>Headers that every answer carries, refusals and failures too.</summary>
internal static class SecurityHeaders
{
    // The one policy that may make script addresses is the app's own, for its service worker (web/src/worker.ts).
    // 'wasm-unsafe-eval' lets the grammar be compiled from our own files on the phone; it does not let scripts be made from text.
    private const string App =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{0}; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "media-src 'self'; object-src 'none'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types titan-worker titan-screens";

    // The API reference styles itself inline and builds its page from texts, which Trusted Types would stop. Its scripts are ours and carry
    // a nonce; it can talk to this host only.
    private const string Docs =
        "default-src 'none'; script-src 'self' 'nonce-{0}'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var files = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        var policy = App.Replace("{0}", InlineStyle(files), StringComparison.Ordinal);
        app.Use((context, next) =>
        {
            // On starting: whoever clears a half-made answer to write a problem clears its headers too.
            context.Response.OnStarting(() =>
            {
                Write(context, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    // The page carries its styles, so that its first paint waits for one answer only; they are allowed by their hash.
    private static string InlineStyle(IFileProvider files)
    {
        var page = files.GetFileInfo("index.html");
        if (!page.Exists)
        {
            return "";
        }

        using var reader = new StreamReader(page.CreateReadStream());
        return reader.ReadToEnd().Split("<style>", 2) is [_, var rest] && rest.Split("</style>", 2) is [var style, _]
            ? $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'"
            : "";
    }

    private static void Write(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
            ? Docs.Replace("{0}", nonce, StringComparison.Ordinal)
            : policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }
    }
}
