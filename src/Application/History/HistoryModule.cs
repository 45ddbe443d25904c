using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.History;

/// <summary>The module's door.</summary>
public static class HistoryModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddHistoryModule(this IServiceCollection services) =>
        services.AddScoped<SessionLog>().AddScoped<SessionMarks>().AddScoped<RecordsReader>()
            .AddScoped<ExerciseLog>().AddScoped<IUnfinished>(provider => provider.GetRequiredService<ExerciseLog>())
            .AddScoped<IProjector, BodyWeightProjector>();
}
