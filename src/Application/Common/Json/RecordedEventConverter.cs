using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>An event as served: the stored payload passes through untouched.</summary>
internal sealed class RecordedEventConverter : JsonConverter<RecordedEvent>
{
    public override RecordedEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Events are never taken from outside.");

    public override void Write(Utf8JsonWriter writer, RecordedEvent value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", value.Sequence);
        writer.WriteString("eventId", value.EventId);
        writer.WriteString("commandId", value.CommandId);
        writer.WriteString("type", value.Type);
        writer.WriteString("timestamp", value.Timestamp.UtcDateTime);
        writer.WriteNumber("schemaVersion", value.SchemaVersion);
        writer.WritePropertyName("payload");
        writer.WriteRawValue(value.Payload, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
