using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Common.Json.ByHand;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// How payloads, documents and answers are written down. Changing it changes what past releases wrote: mind the pinned samples. What each set
/// touches is read and written by hand, and comes out the same (docs/adr/0037).
/// </summary>
internal static class StoredJson
{
    private static readonly Func<string, string> Storable = StoredText.Demand;

    public static string Write<T>(T value) => (value is Workout workout ? WorkoutJson.Write(workout, Storable) : null) ?? Serializer.Write(value);

    public static string Write(object value, Type type) => WorkoutJson.Write(value, Storable) ?? Serializer.Write(value, type);

    public static T? Read<T>(string json) => typeof(T) == typeof(Workout) && WorkoutJson.Read(json) is T workout ? workout : Serializer.Read<T>(json);

    public static object? Read(string json, Type type) => Serializer.Read(json, type);

    /// <summary>What is right: by hand it must come out the same.</summary>
    internal static class Serializer
    {
        private static readonly JsonSerializerOptions Options = Make();

        public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

        public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

        public static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

        public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Options);

        private static JsonSerializerOptions Make()
        {
            var options = new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                // jsonb orders members anew, so "$type" does not come first.
                AllowOutOfOrderMetadataProperties = true,
                TypeInfoResolver = JsonTypeInfoResolver.Combine(CompiledJson.Default, new DefaultJsonTypeInfoResolver()).WithAddedModifier(NameWorkoutEvents),
            };
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.Converters.Add(new GuardedText());
            options.Converters.Add(new VoiceCommandConverter());
            options.Converters.Add(new RecordedEventConverter());
            ValueObjectConverters.AddTo(options.Converters);
            options.MakeReadOnly();
            return options;
        }

        private static void NameWorkoutEvents(JsonTypeInfo info)
        {
            if (info.Type != typeof(WorkoutEvent))
            {
                return;
            }

            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$type" };
            foreach (var type in EventTypes.All.Where(t => t.Type.IsSubclassOf(typeof(WorkoutEvent))))
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type.Type, type.Name));
            }
        }

        private sealed class GuardedText : JsonConverter<string>
        {
            public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
                writer.WriteStringValue(StoredText.Demand(value));

            public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                reader.GetString()!;

            public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
                writer.WritePropertyName(StoredText.Demand(value));
        }
    }
}
