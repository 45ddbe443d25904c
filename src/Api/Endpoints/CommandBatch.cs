using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Up to 500 commands in the order the device made them, each applied on its own.</summary>
internal sealed record CommandBatch(IReadOnlyList<QueuedCommand> Commands);

/// <summary>A command as its own route would take it.</summary>
/// <param name="Id">
/// The command id: the same one again is a duplicate. One that was the Idempotency-Key of a route's own is refused as reused: a command goes by
/// one door, however often it is sent.
/// </param>
/// <param name="Type">The command's name, such as LogSet.</param>
/// <param name="At">When it happened by the device's clock.</param>
/// <param name="Data">The body that the command's own route takes.</param>
internal sealed record QueuedCommand(Guid Id, string Type, DateTimeOffset? At, JsonElement? Data);

/// <summary>What became of each, in the same order.</summary>
/// <param name="Cursor">The account's latest sequence number after the batch, whoever wrote it. A feed is followed from its own cursor, not from this one.</param>
internal sealed record BatchResults(IReadOnlyList<CommandResult> Results, long Cursor);

/// <summary>applied, duplicate or rejected.</summary>
internal sealed record CommandResult(Guid Id, CommandStatus Status, long? Sequence, ProblemDetails? Problem);

/// <summary>How one command of a batch ended.</summary>
internal enum CommandStatus
{
    /// <summary>Written now.</summary>
    Applied,

    /// <summary>Written before, under this id.</summary>
    Duplicate,

    /// <summary>Refused: nothing written.</summary>
    Rejected,
}
