using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Workouts;

/// <summary>The module's door.</summary>
public static class WorkoutsModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddWorkoutsModule(this IServiceCollection services) =>
        services.AddScoped<WorkoutSession>().AddScoped<WorkoutRecorder>().AddScoped<MergedLabels>()
            .AddScoped<WorkoutProjector>().AddScoped<IProjector>(provider => provider.GetRequiredService<WorkoutProjector>())
            .AddScoped<IProjector, MergeProjector>();
}
