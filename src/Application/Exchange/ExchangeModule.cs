using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Exchange;

/// <summary>The module's door.</summary>
public static class ExchangeModule
{
    /// <summary>Registers what the use cases of this module share, and what other modules use of it.</summary>
    public static IServiceCollection AddExchangeModule(this IServiceCollection services) => services
        .AddScoped<ImportProjector>().AddScoped<IProjector>(provider => provider.GetRequiredService<ImportProjector>()).AddScoped<ArrivalChecker>().AddScoped<WorkoutIntake>().AddScoped<BelongingsIntake>().AddScoped<ImportPreparation>()
        .AddScoped<WorkoutReader>().AddScoped<SheetWriter>()
        .AddScoped(s => new AccountExport(
            s.GetRequiredService<IEventStore>(), s.GetRequiredService<WorkoutReader>(), s.GetRequiredService<SheetWriter>(),
            s.GetRequiredService<CommandScope>(), s.GetRequiredService<TimeProvider>()));
}
