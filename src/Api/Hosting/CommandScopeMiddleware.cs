using System.Buffers;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Hosting;

/// <summary>Reads who asks, under which key and on which version, before an endpoint sees the request.</summary>
internal sealed class CommandScopeMiddleware(RequestDelegate next, IConfiguration configuration)
{
    private const int LongestDevice = 200;

    private readonly int _iterations = configuration.GetValue("Passwords:Iterations", 210_000);

    public async Task Invoke(HttpContext context, CommandScope scope)
    {
        ReadCaller(context, scope);
        var body = await Body(context);
        // A file may come in another encoding, and names its own faults.
        Error? text = !context.Request.HasJsonContentType() || Utf8.IsValid(body) ? null : NotText;
        if ((KeyFault(context, scope) ?? VersionFault(context, scope) ?? text) is { } fault)
        {
            await Problem.From(fault).ExecuteAsync(context);
            return;
        }

        // Only a command is kept to be replayed.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            scope.FingerprintBy(() => Fingerprint(context, scope, body));
            context.Response.OnStarting(() => Tell(context.Response, scope));
        }

        await next(context);
    }

    private static Task Tell(HttpResponse response, CommandScope scope)
    {
        if (scope.Replayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        return Task.CompletedTask;
    }

    private static void ReadCaller(HttpContext context, CommandScope scope)
    {
        if (IsOfNoOne(context.GetEndpoint()?.Metadata))
        {
            scope.AccountId = Guid.Empty;
        }
        else
        {
            scope.AccountId = Guid.TryParse(context.User.FindFirstValue("sub"), out var accountId) ? accountId : Guid.Empty;
            scope.SessionId = Guid.TryParse(context.User.FindFirstValue(AccessTokens.SessionClaim), out var sessionId) ? sessionId : null;
        }

        var device = context.Request.Headers.UserAgent.ToString();
        var isPlain = device.Length <= LongestDevice && !device.AsSpan().ContainsAnyExceptInRange(' ', '~');
        scope.Device = isPlain ? device : new string([.. device.Where(c => c is >= ' ' and <= '~').Take(LongestDevice)]);
    }

    // On the ways in, a token that came along from an earlier session says nothing; only a guest may bring one to register.
    private static bool IsOfNoOne(EndpointMetadataCollection? metadata) =>
        metadata?.GetMetadata<IAllowAnonymous>() is not null && metadata.GetMetadata<AsGuest>() is null;

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

        (scope.CommandId, scope.HasGivenKey) = (key, true);
        return null;
    }

    private static NoVersion? VersionFault(HttpContext context, CommandScope scope)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*" || HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint() is not { } endpoint)
        {
            return null;
        }

        scope.ExpectedVersions = [.. header.Split(',').Select(Version).OfType<int>()];
        return endpoint.Metadata.GetMetadata<HasVersion>() is null ? new NoVersion() : null;
    }

    // A proxy that compresses answers makes their tags weak; the version is the same. A tag that isn't ours matches nothing.
    private static int? Version(string tag)
    {
        var text = tag.AsSpan().Trim();
        text = text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;
        return int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    private string Fingerprint(HttpContext context, CommandScope scope, byte[] body)
    {
        var request = context.Request;
        var target = Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n");
        return context.GetEndpoint()?.Metadata.GetMetadata<SecretBody>() is null
            ? Convert.ToHexString(SHA256.HashData([.. target, .. body]))
            : scope.HasGivenKey ? SecretBody.Digest([.. target, .. body], scope.CommandId, _iterations) : "";
    }
}
