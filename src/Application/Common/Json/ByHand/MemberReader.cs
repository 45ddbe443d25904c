using System.Text.Json;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>
/// Reads what is written plainly. Whatever isn't (a member that isn't known, another kind of value, a fault) makes these throw, and the serializer
/// reads it from the start: what is taken, and what is said of what isn't, is its word alone.
/// </summary>
internal static class MemberReader
{
    public delegate T Reading<T>(ref Utf8JsonReader reader);

    /// <summary>The one object that this JSON is; null where it isn't plain.</summary>
    public static T? Whole<T>(ReadOnlySpan<byte> json, Reading<T> read)
        where T : class
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            var value = read(ref reader);
            return reader.Read() ? null : value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Demands that an object begins here.</summary>
    public static void Begin(ref Utf8JsonReader reader) => Demand(ref reader, JsonTokenType.StartObject);

    public static void Demand(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException();
        }
    }

    /// <summary>Goes on to the object's next member; false at its end.</summary>
    public static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether that is the member; if so goes on to its value.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    public static string? Text(ref Utf8JsonReader reader) => reader.GetString();

    public static Guid? Id(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetGuid();

    public static int? Whole(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();

    public static decimal? Number(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetDecimal();

    public static bool? Flag(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();

    public static DateTimeOffset? Time(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();

    public static T? Object<T>(ref Utf8JsonReader reader, Reading<T> read)
        where T : class => reader.TokenType == JsonTokenType.Null ? null : read(ref reader);

    public static List<T>? List<T>(ref Utf8JsonReader reader, Reading<T> read)
        where T : class
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Demand(ref reader, JsonTokenType.StartArray);
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(read(ref reader));
        }

        return list;
    }
}
