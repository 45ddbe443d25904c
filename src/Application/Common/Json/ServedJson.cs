using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TitanTrakr.Application.Common.Json;

/// <summary>
/// JSON as the contract has it: strict, camelCase, nothing unknown, nothing twice. What is stored to be sent as it stands is written the
/// same way, whichever process writes it.
/// </summary>
public static class ServedJson
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>An answer as it is sent.</summary>
    public static string Write<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>The same in UTF-8.</summary>
    public static byte[] Bytes<T>(T answer) => JsonSerializer.SerializeToUtf8Bytes(answer, Options);

    /// <summary>Works out beforehand how these are written.</summary>
    public static void Prepare(params Type[] types) => Array.ForEach(types, type => Options.GetTypeInfo(type));

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

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
