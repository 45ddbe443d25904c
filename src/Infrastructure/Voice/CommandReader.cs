using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>Reads a model's answer as strictly as a stranger's request: what is not exactly a known command is nothing.</summary>
internal static class CommandReader
{
    private const int MostDepth = 8, MostCommands = 20;
    private static readonly JsonSerializerOptions Strict = Make();

    /// <summary>The commands; null when the answer is not what was asked for.</summary>
    public static IReadOnlyList<VoiceCommand>? Read(string answer)
    {
        try
        {
            var root = JsonNode.Parse(answer, null, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            return root is JsonObject { Count: 1 } only && only["commands"] is JsonArray { Count: <= MostCommands } commands
                ? [.. commands.Select(Command)]
                : null;
        }
        // A value object that refuses its value throws as an argument does.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            return null;
        }
    }

    private static VoiceCommand Command(JsonNode? node)
    {
        var members = node as JsonObject ?? throw new JsonException("A command is an object.");
        // Some providers write every optional member, null where it was not said.
        foreach (var (name, _) in members.Where(member => member.Value is null).ToList())
        {
            members.Remove(name);
        }

        return members.Deserialize<VoiceCommand>(Strict) ?? throw new JsonException("A command is an object.");
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = MostDepth,
        };
        options.Converters.Add(new VoiceCommandConverter());
        ValueObjectConverters.AddTo(options.Converters);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
