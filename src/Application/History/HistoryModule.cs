using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Application.History;

/// <summary>The module's door.</summary>
public static class HistoryModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddHistoryModule(this IServiceCollection services) => services.AddScoped<ExerciseLog>();
}
