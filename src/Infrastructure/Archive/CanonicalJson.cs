using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>
/// One spelling of a JSON text: members by name, no blanks, plain numbers. PostgreSQL orders what it stores as jsonb anew and SQLite keeps
/// what it was given: so written, the same log is the same file from either.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>How text is escaped: as little as JSON allows.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void Write(Utf8JsonWriter to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                to.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    to.WritePropertyName(member.Name);
                    Write(to, member.Value);
                }

                to.WriteEndObject();
                break;
            case JsonValueKind.Array:
                to.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(to, item);
                }

                to.WriteEndArray();
                break;
            case JsonValueKind.Number:
                to.WriteRawValue(Plain(value.GetRawText()));
                break;
            default:
                value.WriteTo(to);
                break;
        }
    }

    private static string Plain(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) ? plain.ToString(CultureInfo.InvariantCulture) : number;
}
