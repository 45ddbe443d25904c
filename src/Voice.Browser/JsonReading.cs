using System.Text.Json;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Voice.Browser;

/// <summary>Small steps through a JSON document.</summary>
internal static class JsonReading
{
    /// <summary>The member, or null when it is missing or null.</summary>
    public static JsonElement? Maybe(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static TEnum Name<TEnum>(this JsonElement json)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(json.GetString()!, ignoreCase: true);

    public static WeightUnit Unit(this JsonElement json) => json.Name<WeightUnit>();

    public static Load Load(this JsonElement json) => new(json.GetProperty("value").GetDecimal(), json.GetProperty("unit").Unit());

    public static Distance Distance(this JsonElement json) =>
        new(json.GetProperty("value").GetDecimal(), json.GetProperty("unit").Name<DistanceUnit>());
}
