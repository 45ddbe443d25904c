using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TitanTrakr.Application.Common.Json.ByHand;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Application.Common.Json;

/// <summary>
/// JSON as the contract has it: strict, camelCase, nothing unknown, nothing twice. What is stored to be sent as it stands is written the
/// same way, whichever process writes it.
/// </summary>
public static class ServedJson
{
    /// <summary>An answer as it is sent. The few on a set's way are written by hand, and come out the same (docs/adr/0037).</summary>
    public static string Write<T>(T answer) => answer switch
    {
        LoggedSet logged => MemberWriter.Text(logged, AnswerJson.Write, demand: null),
        WorkoutView workout => MemberWriter.Text(workout, AnswerJson.Write, demand: null),
        _ => JsonSerializer.Serialize(answer, Serializer.Options),
    };

    /// <summary>The same in UTF-8.</summary>
    public static byte[] Bytes<T>(T answer) => answer is WorkoutView workout
        ? MemberWriter.Bytes(workout, AnswerJson.Write, demand: null)
        : JsonSerializer.SerializeToUtf8Bytes(answer, Serializer.Options);

    /// <summary>Makes these options the contract's.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.TypeInfoResolverChain.Insert(0, CompiledJson.Default);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = 16;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new VoiceCommandConverter());
        options.Converters.Add(new RecordedEventConverter());
        ValueObjectConverters.AddTo(options.Converters);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    // Made when it is first asked: a set isn't written by it.
    private static class Serializer
    {
        public static readonly JsonSerializerOptions Options = Make();

        private static JsonSerializerOptions Make()
        {
            var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
            Configure(options);
            options.MakeReadOnly();
            return options;
        }
    }
}
