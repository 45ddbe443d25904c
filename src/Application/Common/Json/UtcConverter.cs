using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>
/// Times as RFC 3339 in UTC, with Z, to the microsecond. One that is sent says its offset: without one it would be another moment on every host.
/// </summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public const int Longest = 32;

    // Anything longer is no time to the reader: 42 characters, and each may be escaped.
    private const int LongestRead = 42 * 6;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var time)
            ? throw new JsonException("A time is RFC 3339, such as 2026-11-23T10:05:00Z.")
        : SaysOffset(ref reader) ? time.ToUniversalTime()
        : throw new InvalidMemberException("A time says its offset, such as 2026-11-23T10:05:00Z or 2026-11-23T12:05:00+02:00.");

    /// <summary>Whether the time that stands here ends with Z or an offset of hours and minutes.</summary>
    public static bool SaysOffset(ref Utf8JsonReader reader)
    {
        Span<byte> text = stackalloc byte[LongestRead];
        text = text[..reader.CopyString(text)];
        return text.EndsWith("Z"u8) || (text[^6] is (byte)'+' or (byte)'-' && text[^3] == ':');
    }

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
