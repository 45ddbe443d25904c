using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TitanTrakr.Infrastructure.Identity;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>
/// Rows as JSON: what the model maps and nothing else, stored JSON as what it means. Numbers that the database gives out are left out, and
/// which answer shows the running workout: that is found anew.
/// </summary>
internal static class RowJson
{
    private static readonly HashSet<(Type Row, string Member)> Json = [(typeof(AccountRow), nameof(AccountRow.Settings)), (typeof(EventRow), nameof(EventRow.Payload))];

    public static JsonSerializerOptions For(IModel model) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = CanonicalJson.Encoder,
        // What a newer release archived is refused rather than lost.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { info => KeepColumns(info, model) } },
    };

    private static void KeepColumns(JsonTypeInfo info, IModel model)
    {
        if (model.FindEntityType(info.Type) is not { } row || row.IsOwned())
        {
            return;
        }

        foreach (var property in info.Properties.ToList())
        {
            var name = ((MemberInfo)property.AttributeProvider!).Name;
            if (!IsKept(row, name))
            {
                info.Properties.Remove(property);
            }
            else if (Json.Contains((info.Type, name)))
            {
                property.CustomConverter = new Nested();
            }
        }
    }

    private static bool IsKept(IEntityType row, string name) => row.FindProperty(name) is { } column
        ? !(column.IsPrimaryKey() && column.ClrType == typeof(long)) && name is not (nameof(StreamRow.ShownBy) or nameof(StreamRow.ShownAt))
        : row.FindNavigation(name)?.TargetEntityType.IsMappedToJson() == true;

    private sealed class Nested : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return value.RootElement.GetRawText();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            using var parsed = JsonDocument.Parse(value);
            CanonicalJson.Write(writer, parsed.RootElement);
        }
    }
}
