using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Applies a device's queued commands in their order, each in a scope and transaction of its own.</summary>
internal sealed class CommandQueue(IServiceScopeFactory scopes, IOptions<JsonOptions> json, CommandScope caller, TimeProvider clock)
{
    private const int MostCommands = 500;

    private static readonly Dictionary<string, Type> Commands = new[]
    {
        typeof(StartWorkout), typeof(DescribeWorkout), typeof(CompleteWorkout), typeof(DiscardWorkout), typeof(AddExercise),
        typeof(ReplaceExercise), typeof(DescribeExercise), typeof(RemoveExercise), typeof(ReorderExercises), typeof(LogSet),
        typeof(CorrectSet), typeof(RemoveSet), typeof(Undo), typeof(Redo), typeof(CreateExercise), typeof(ChangeExercise),
        typeof(ArchiveExercise),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public async Task<Result<BatchResults>> Run(CommandBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Commands.Count > MostCommands)
        {
            return ValidationError.Of("commands", "At most 500 commands a batch.");
        }

        var results = new List<CommandResult>(batch.Commands.Count);
        var cursor = 0L;
        foreach (var command in batch.Commands)
        {
            var result = await Run(command, cancellationToken);
            cursor = Math.Max(cursor, result.Sequence ?? 0);
            results.Add(result);
        }

        return new BatchResults(results, cursor);
    }

    private async Task<CommandResult> Run(QueuedCommand queued, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<CommandScope>();
        (scope.AccountId, scope.CommandId, scope.At) = (caller.AccountId, queued.Id, queued.At);
        scope.Fingerprint = Fingerprint(queued);
        if (Parse(queued) is not { IsOk: true } request)
        {
            return Refused(queued, Parse(queued).Error!);
        }

        var mediator = services.ServiceProvider.GetRequiredService<IMediator>();
        var outcome = (IOutcome)(await mediator.Send(request.Value, cancellationToken))!;
        if (outcome.Error is not null)
        {
            return Refused(queued, outcome.Error);
        }

        var appended = services.ServiceProvider.GetRequiredService<IEventStore>().Appended;
        var status = scope.Replayed ? CommandStatus.Duplicate : CommandStatus.Applied;
        return new CommandResult(queued.Id, status, appended.Count == 0 ? null : appended[^1].Sequence, null);
    }

    private Result<object> Parse(QueuedCommand queued)
    {
        if (queued.At is { } at && !Believable(at))
        {
            return ValidationError.Of("at", "A time lies between 2000-01-01 and one day from now.");
        }

        if (queued.Id == Guid.Empty || !Commands.TryGetValue(queued.Type, out var type))
        {
            return ValidationError.Of(queued.Id == Guid.Empty ? "id" : "type", "There is no such command.");
        }

        try
        {
            var data = queued.Data is { ValueKind: JsonValueKind.Object } given ? given : JsonElement.Parse("{}");
            return Result<object>.Of(data.Deserialize(type, json.Value.SerializerOptions)!);
        }
        catch (JsonException exception)
        {
            return JsonProblems.ToError(exception);
        }
    }

    private bool Believable(DateTimeOffset at) => at.Year >= 2000 && at <= clock.GetUtcNow().AddDays(1);

    private static CommandResult Refused(QueuedCommand queued, Error error) =>
        new(queued.Id, CommandStatus.Rejected, null, ProblemFactory.Of(error));

    private static string Fingerprint(QueuedCommand queued) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(queued.Type + "\n" + queued.Data?.GetRawText())));
}
