using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Application.Exercises;

/// <summary>The module's door.</summary>
public static class ExercisesModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddExercisesModule(this IServiceCollection services) => services
        .AddScoped<ExerciseCatalog>().AddScoped<ExerciseProjector>()
        .AddScoped<ExercisePreferencesProjector>().AddScoped<ExerciseRecorder>().AddScoped<LoggedMeasures>();
}
