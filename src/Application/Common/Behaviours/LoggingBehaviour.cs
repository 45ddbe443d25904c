using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>One line a request: its name, how it ended, how long it took. Never what was in it.</summary>
internal sealed partial class LoggingBehaviour<TRequest, T>(ILogger<LoggingBehaviour<TRequest, T>> logger, CommandScope scope)
    : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    private static readonly string Name = typeof(TRequest).Name;
    private static readonly bool IsCommand = typeof(TRequest).IsAssignableTo(typeof(ICommand<T>));
    private static readonly KeyValuePair<string, object?> Type = new("type", Name);

    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await next();
        var outcome = result.Error?.Slug ?? (scope.Replayed ? "replayed" : "ok");
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (IsCommand)
        {
            CommandMetrics.Commands.Add(1, Type, new("outcome", outcome));
            CommandMetrics.Duration.Record(milliseconds, Type);
        }

        if (logger.IsEnabled(LogLevel.Information))
        {
            Handled(Name, outcome, milliseconds, scope.AccountId, scope.CommandId);
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Request} {Outcome} in {Milliseconds} ms for {AccountId} under {CommandId}")]
    private partial void Handled(string request, string outcome, double milliseconds, Guid accountId, Guid commandId);
}
