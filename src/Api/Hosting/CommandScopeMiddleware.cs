using System.Buffers;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Hosting;

/// <summary>Reads who asks, under which key and on which version, before an endpoint sees the request.</summary>
internal sealed class CommandScopeMiddleware(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, CommandScope scope)
    {
        if (!Guid.TryParse(context.User.FindFirstValue("sub"), out var accountId))
        {
            await next(context);
            return;
        }

        scope.AccountId = accountId;
        var body = await Body(context);
        Error? text = Utf8.IsValid(body) ? null : NotText;
        if ((KeyFault(context, scope) ?? VersionFault(context, scope) ?? text) is { } fault)
        {
            await Problem.From(fault).ExecuteAsync(context);
            return;
        }

        scope.Fingerprint = Fingerprint(context.Request, body);
        context.Response.OnStarting(() =>
        {
            if (scope.Replayed)
            {
                context.Response.Headers["Idempotency-Replayed"] = "true";
            }

            return Task.CompletedTask;
        });
        await next(context);
    }

    private static MalformedRequest NotText => new("The body is not UTF-8.");

    private static async Task<byte[]> Body(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return [];
        }

        context.Request.EnableBuffering();
        var buffer = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.GetMemory(4096), context.RequestAborted)) > 0)
        {
            buffer.Advance(read);
        }

        context.Request.Body.Position = 0;
        return buffer.WrittenSpan.ToArray();
    }

    private static ValidationError? KeyFault(HttpContext context, CommandScope scope)
    {
        var header = context.Request.Headers["Idempotency-Key"].ToString();
        if (header.Length == 0)
        {
            return null;
        }

        if (!Guid.TryParse(header.Trim('"'), out var key) || key == Guid.Empty)
        {
            return ValidationError.Of("Idempotency-Key", "An Idempotency-Key is a UUID.");
        }

        scope.CommandId = key;
        return null;
    }

    private static ValidationError? VersionFault(HttpContext context, CommandScope scope)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
        {
            return null;
        }

        if (!int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return ValidationError.Of("If-Match", "If-Match carries the ETag of an earlier answer.");
        }

        scope.ExpectedVersion = version;
        return null;
    }

    private static string Fingerprint(HttpRequest request, byte[] body)
    {
        var target = Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n");
        return Convert.ToHexString(SHA256.HashData([.. target, .. body]));
    }
}
