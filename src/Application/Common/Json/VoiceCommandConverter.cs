using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Common.Json;

/// <summary>A voice command as <c>{"type": "LogSet", …}</c>: the record's simple name, then its members.</summary>
public sealed class VoiceCommandConverter : JsonConverter<VoiceCommand>
{
    private static readonly Dictionary<string, Type> ByName = typeof(VoiceCommand).GetNestedTypes()
        .Where(type => !type.IsAbstract).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override VoiceCommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var node = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("A command is an object.");
        var name = node["type"]?.GetValue<string>();
        if (name is null || !ByName.TryGetValue(name, out var type))
        {
            throw new JsonException("There is no such command type.");
        }

        node.Remove("type");
        return (VoiceCommand)node.Deserialize(type, options)!;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VoiceCommand value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var members = JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject();
        members.Remove("isQuestion");
        writer.WriteStartObject();
        writer.WriteString("type", value.GetType().Name);
        foreach (var (name, member) in members.Where(member => member.Value is not null))
        {
            writer.WritePropertyName(name);
            member!.WriteTo(writer, options);
        }

        writer.WriteEndObject();
    }
}
