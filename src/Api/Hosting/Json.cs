using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;

namespace TitanTrakr.Api.Hosting;

/// <summary>JSON as the contract has it: strict, camelCase, nothing unknown, nothing twice.</summary>
internal static class Json
{
    public static IServiceCollection AddStrictJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions)).AddSingleton<IAnswerWriter, SentAnswers>();

    private static void Configure(JsonSerializerOptions options)
    {
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

    private sealed class SentAnswers(IOptions<JsonOptions> options) : IAnswerWriter
    {
        public string Write<T>(T answer) => JsonSerializer.Serialize(answer, options.Value.SerializerOptions);
    }
}
