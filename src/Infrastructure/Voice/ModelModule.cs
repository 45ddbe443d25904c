using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Voice;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>The model's door.</summary>
internal static class ModelModule
{
    /// <summary>Registers the parser that <c>Voice:Model</c> configures, or none.</summary>
    public static void AddVoiceModel(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Voice:Model").Get<ModelOptions>() ?? new ModelOptions();
        services.AddSingleton(new ModelBudgetOptions(options.CallsPerDay));
        if (string.IsNullOrWhiteSpace(options.Provider))
        {
            services.AddSingleton<IVoiceParser, NoModel>();
            return;
        }

        AddModel(services, options);
    }

    // Apart, so that a host without a model doesn't load what speaks with one.
    private static void AddModel(IServiceCollection services, ModelOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ModelPipeline>();
        // Built at the first sentence: a host without speech pays nothing for it.
        services.AddSingleton(_ => ChatClients.Of(options)!);
        services.AddSingleton<IVoiceParser, ModelParser>();
    }
}
