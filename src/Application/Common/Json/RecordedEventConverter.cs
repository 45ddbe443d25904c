using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>
/// An event as served: the stored payload passes through untouched. It is read out of stored answers only, where releases before wrote the
/// payload as a text; no body that is sent to us has one.
/// </summary>
public sealed class RecordedEventConverter : JsonConverter<RecordedEvent>
{
    /// <inheritdoc />
    public override RecordedEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var served = JsonElement.ParseValue(ref reader);
        var payload = served.GetProperty("payload");
        return new RecordedEvent(
            Guid.Empty,
            served.GetProperty("sequence").GetInt64(),
            served.GetProperty("eventId").GetGuid(),
            served.GetProperty("commandId").GetGuid(),
            served.GetProperty("type").GetString()!,
            served.GetProperty("timestamp").GetDateTimeOffset(),
            served.GetProperty("schemaVersion").GetInt32(),
            payload.ValueKind == JsonValueKind.String ? payload.GetString()! : payload.GetRawText(),
            Event: null);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, RecordedEvent value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
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
