using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Templates;

/// <summary>The module's door.</summary>
public static class TemplatesModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddTemplatesModule(this IServiceCollection services) =>
        services
            .AddScoped<TemplateCatalog>().AddScoped<TemplateProjector>().AddScoped<IProjector>(provider => provider.GetRequiredService<TemplateProjector>()).AddTransient<TemplatePlanner>();
}
