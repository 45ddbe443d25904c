using System.Text.Json;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Problems;

/// <summary>A body that is not JSON of the expected shape.</summary>
internal sealed record MalformedRequest(string Detail) : Error("malformed-request", Detail);

/// <summary>Says which member of a body could not be taken.</summary>
internal static class JsonProblems
{
    public static Error ToError(JsonException exception)
    {
        var member = Member(exception.Path);
        return exception is InvalidMemberException
            ? ValidationError.Of(member, exception.Message.Split(" Path:")[0])
            : new MalformedRequest(member.Length == 0
                ? "The body is not the JSON that this route takes: check its syntax, required members and names."
                : $"The member '{member}' has a wrong type or is unknown.");
    }

    // "$.load.value" is "load.value" to whoever sent it.
    private static string Member(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
}
