using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Application.Voice;

/// <summary>The module's door.</summary>
public static class VoiceModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddVoiceModule(this IServiceCollection services) =>
        services.AddScoped<VoiceContextLoader>().AddScoped<VoiceApplier>().AddScoped<VoiceAnswers>().AddScoped<OpenQuestions>();
}
