using TitanTrakr.Application.Common.Json;

namespace TitanTrakr.Api.Hosting;

/// <summary>JSON as the contract has it, in both directions.</summary>
internal static class Json
{
    public static IServiceCollection AddStrictJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => ServedJson.Configure(options.SerializerOptions));
}
