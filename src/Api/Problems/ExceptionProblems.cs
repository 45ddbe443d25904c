using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Problems;

/// <summary>The last net: what a caller may know of an exception. Details stay in the log, under the trace id.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: 413 }:
                await Problem.Write(httpContext, 413, "payload-too-large", "The body is larger than this route takes. Send less at a time.");
                break;
            case BadHttpRequestException { StatusCode: 415 }:
                await Problem.Write(httpContext, 415, "unsupported-media-type", "Send the body as application/json.");
                break;
            case BadHttpRequestException bad:
                await Problem.From(Reason(bad)).ExecuteAsync(httpContext);
                break;
            case SessionEndedException:
                await Problem.From(new SessionEnded()).ExecuteAsync(httpContext);
                break;
            case var orphan when DatabaseFaults.IsOrphan(orphan):
                await Problem.From(new AccountGone()).ExecuteAsync(httpContext);
                break;
            case var away when IsOutage(away):
                DatabaseAway(away.GetType().Name, away.GetBaseException().Message);
                httpContext.Response.Headers.RetryAfter = "2";
                await Problem.Write(httpContext, 503, "unavailable", "The service can't reach its store right now. Nothing was written; try again shortly.");
                break;
            default:
                Unexpected(exception);
                await Problem.Write(httpContext, 500, "internal", "Something broke on our side. Nothing was half-written; try again, and tell us the traceId.");
                break;
        }

        return true;
    }

    private static Error Reason(BadHttpRequestException exception) => exception.InnerException switch
    {
        JsonException json => JsonProblems.ToError(json),
        _ when exception.Message.Contains("body", StringComparison.Ordinal) => new MalformedRequest("This route takes a JSON object as its body."),
        _ => exception.Message.Contains("parameter \"", StringComparison.Ordinal)
            ? ValidationError.Of(JsonNamingPolicy.CamelCase.ConvertName(exception.Message.Split('"')[1].Split(' ')[^1]), "This value can't be read.")
            : new MalformedRequest("The request can't be read. Check its body, query and headers."),
    };

    private static bool IsOutage(Exception exception) => DatabaseFaults.IsOutage(exception) || IsUnanswered(exception);

    private static bool IsUnanswered(Exception? exception) => exception is TimeoutException or SocketException
        || (exception is InvalidOperationException or DbUpdateException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException
            && IsUnanswered(exception.InnerException));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer: {Kind}: {Reason}")]
    private partial void DatabaseAway(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure")]
    private partial void Unexpected(Exception exception);
}
