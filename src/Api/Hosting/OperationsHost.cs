using TitanTrakr.Application;
using TitanTrakr.Infrastructure;

namespace TitanTrakr.Api.Hosting;

/// <summary>What verbs need that work on the database and nothing else: the settings and services of the host, without what answers requests.</summary>
internal static class OperationsHost
{
    public static IHost Build()
    {
        // The web host's own names for these: whoever sets them means every verb.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [Host.FilesAreReadOnce],
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
            ContentRootPath = Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT"),
        });
        builder.Configuration.AddStoredSecrets();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration, builder.Environment.ContentRootPath);
        builder.AddLogs();
        return builder.Build();
    }
}
