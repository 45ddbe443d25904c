using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Voice;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Applies a device's queued commands in their order, each in a scope and transaction of its own.</summary>
internal sealed class CommandQueue(
    IServiceScopeFactory scopes, IOptions<JsonOptions> json, CommandScope caller, IEventStore events, TimeProvider clock)
{
    private const int MostCommands = 500;

    private static readonly Dictionary<string, Reader> Commands = new(StringComparer.Ordinal)
    {
        [nameof(StartWorkout)] = Read<StartWorkout, WorkoutView>,
        [nameof(DescribeWorkout)] = Read<DescribeWorkout, WorkoutView>,
        [nameof(CompleteWorkout)] = Read<CompleteWorkout, WorkoutView>,
        [nameof(DiscardWorkout)] = Read<DiscardWorkout, WorkoutView>,
        [nameof(AddExercise)] = Read<AddExercise, WorkoutView>,
        [nameof(ReplaceExercise)] = Read<ReplaceExercise, WorkoutView>,
        [nameof(DescribeExercise)] = Read<DescribeExercise, WorkoutView>,
        [nameof(RemoveExercise)] = Read<RemoveExercise, WorkoutView>,
        [nameof(ReorderExercises)] = Read<ReorderExercises, WorkoutView>,
        [nameof(MakeSuperset)] = Read<MakeSuperset, WorkoutView>,
        [nameof(BreakSuperset)] = Read<BreakSuperset, WorkoutView>,
        [nameof(LogSet)] = Read<LogSet, LoggedSet>,
        [nameof(CorrectSet)] = Read<CorrectSet, WorkoutView>,
        [nameof(RemoveSet)] = Read<RemoveSet, WorkoutView>,
        [nameof(Undo)] = Read<Undo, WorkoutView>,
        [nameof(Redo)] = Read<Redo, WorkoutView>,
        [nameof(RecordWorkout)] = Read<RecordWorkout, WorkoutView>,
        [nameof(ChangePastWorkout)] = Read<ChangePastWorkout, WorkoutView>,
        [nameof(DeleteWorkout)] = Read<DeleteWorkout, WorkoutView>,
        [nameof(RestoreWorkout)] = Read<RestoreWorkout, WorkoutView>,
        [nameof(ResumeWorkout)] = Read<ResumeWorkout, WorkoutView>,
        [nameof(LogBodyWeight)] = Read<LogBodyWeight, BodyWeight>,
        [nameof(RemoveBodyWeight)] = Read<RemoveBodyWeight, BodyWeight>,
        [nameof(MergeExercise)] = Read<MergeExercise, ExerciseView>,
        [nameof(UndoMerge)] = Read<UndoMerge, ExerciseView>,
        [nameof(CreateExercise)] = Read<CreateExercise, ExerciseView>,
        [nameof(ChangeExercise)] = Read<ChangeExercise, ExerciseView>,
        [nameof(ArchiveExercise)] = Read<ArchiveExercise, Exercise>,
        [nameof(UnarchiveExercise)] = Read<UnarchiveExercise, ExerciseView>,
        [nameof(CreateTemplate)] = Read<CreateTemplate, Template>,
        [nameof(ChangeTemplate)] = Read<ChangeTemplate, Template>,
        [nameof(DeleteTemplate)] = Read<DeleteTemplate, Template>,
        [nameof(ReorderTemplates)] = Read<ReorderTemplates, TemplateOrder>,
        [nameof(ForgetAlias)] = Read<ForgetAlias, LearnedAlias>,
        [nameof(SaveTemplate)] = Read<SaveTemplate, Template>,
    };

    private delegate Sender Reader(JsonElement data, JsonSerializerOptions options);

    private delegate Task<IOutcome> Sender(IMediator mediator, CancellationToken cancellationToken);

    private static Sender Read<TCommand, T>(JsonElement data, JsonSerializerOptions options)
        where TCommand : ICommand<T>
    {
        var command = data.Deserialize<TCommand>(options)!;
        return async (mediator, cancellationToken) => await mediator.Send(command, cancellationToken);
    }

    public async Task<Result<BatchResults>> Run(CommandBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Commands is not { Count: <= MostCommands } || batch.Commands.Any(command => command is null))
        {
            return ValidationError.Of("commands", "A batch holds at most 500 commands, none of them null.");
        }

        var results = new List<CommandResult>(batch.Commands.Count);
        foreach (var command in batch.Commands)
        {
            results.Add(await Run(command, cancellationToken));
        }

        return new BatchResults(results, await events.Head(caller.AccountId, cancellationToken));
    }

    private async Task<CommandResult> Run(QueuedCommand queued, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<CommandScope>();
        (scope.AccountId, scope.SessionId, scope.CommandId, scope.At) = (caller.AccountId, caller.SessionId, queued.Id, queued.At);
        scope.Fingerprint = Fingerprint(queued);
        var sender = Parse(queued);
        if (!sender.IsOk)
        {
            return Refused(queued, sender.Error);
        }

        var mediator = services.ServiceProvider.GetRequiredService<IMediator>();
        var outcome = await sender.Value(mediator, cancellationToken);
        if (outcome.Error is not null)
        {
            return Refused(queued, outcome.Error);
        }

        var appended = services.ServiceProvider.GetRequiredService<IEventStore>().Appended;
        var status = scope.Replayed ? CommandStatus.Duplicate : CommandStatus.Applied;
        return new CommandResult(queued.Id, status, appended.Count == 0 ? null : appended[^1].Sequence, null);
    }

    private Result<Sender> Parse(QueuedCommand queued)
    {
        if (Fault(queued) is { } fault)
        {
            return fault;
        }

        try
        {
            var data = queued.Data is { ValueKind: JsonValueKind.Object } given ? given : JsonElement.Parse("{}");
            return Commands[queued.Type](data, json.Value.SerializerOptions);
        }
        catch (JsonException exception)
        {
            return JsonProblems.ToError(exception);
        }
    }

    private Error? Fault(QueuedCommand queued) =>
        queued.Id == Guid.Empty ? ValidationError.Of("id", "Every command has an id of its own, a UUID that isn't all zeros.")
        : queued.At is { } at && !Believable(at) ? ValidationError.Of("at", "A time lies between 2000-01-01 and one day from now.")
        : !Commands.ContainsKey(queued.Type ?? "") ? ValidationError.Of("type", "There is no such command.")
        : queued.Data is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) }
            ? new MalformedRequest("The member 'data' is an object, the body that the command's own route takes.")
        : null;

    private bool Believable(DateTimeOffset at) => at.Year >= 2000 && at <= clock.GetUtcNow().AddDays(1);

    private static CommandResult Refused(QueuedCommand queued, Error error) =>
        new(queued.Id, CommandStatus.Rejected, null, ProblemFactory.Of(error));

    private static string Fingerprint(QueuedCommand queued) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(queued.Type + "\n" + queued.Data?.GetRawText())));
}
