using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>Times as RFC 3339 in UTC, with Z, to the microsecond.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public const int Longest = 32;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time)
            ? time
            : throw new JsonException("A time is RFC 3339, such as 2026-11-23T10:05:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Longest];
        writer.WriteStringValue(text[..Format(value, text)]);
    }

    /// <summary>Writes the time, which takes at most <see cref="Longest"/> bytes, and says how many it took.</summary>
    public static int Format(DateTimeOffset value, Span<byte> text)
    {
        value.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);
        return length;
    }
}
