using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Exercises;

/// <summary>The module's door.</summary>
public static class ExercisesModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddExercisesModule(this IServiceCollection services) => services
        .AddScoped<ExerciseCatalog>().AddScoped<ExerciseRecorder>().AddScoped<LoggedMeasures>()
        .AddScoped<ExerciseProjector>().AddScoped<IProjector>(provider => provider.GetRequiredService<ExerciseProjector>())
        .AddScoped<ExercisePreferencesProjector>().AddScoped<IProjector>(provider => provider.GetRequiredService<ExercisePreferencesProjector>());
}
