using Microsoft.AspNetCore.Server.Kestrel.Core;
using TitanTrakr.Api.Endpoints;
using TitanTrakr.Api.Hosting.OpenApi;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Infrastructure;

namespace TitanTrakr.Api.Hosting;

/// <summary>The composition root.</summary>
internal static class Host
{
    // Settings files are not watched for changes: a watcher hears of everything below the content root, where by default SQLite writes.
    internal const string FilesAreReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplication Build(string[] args)
    {
        // Slim: without what this host doesn't use (IIS, the event log, hosts' names, regular expressions in routes). Certificates may be configured.
        var builder = WebApplication.CreateSlimBuilder([FilesAreReadOnce, .. args]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Who sends slower than this, or nothing, keeps no connection: 240 bytes a second after 5 s of grace.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        });
        Configure(builder);
        return builder.Build();
    }

    /// <summary>What answers requests. A verb of operations has no use for it.</summary>
    public static FrontDoor Open(WebApplication app) => new(app, Pipeline);

    private static void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddStoredSecrets();
        var contentRoot = builder.Environment.ContentRootPath;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(options => ServedJson.Configure(options.SerializerOptions));
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration, contentRoot);
        builder.Services.AddTokens();
        builder.Services.AddSafety(builder.Configuration);
        builder.Services.AddTimeLimits(builder.Configuration);
        // A history as CSV is a tenth of its size so. JSON goes out as it is, as CloudFront leaves it, too: it may hold a token beside words that
        // somebody else chose, and the length of the two compressed together would give the token away.
        builder.Services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/csv"]));
        builder.Services.AddLambdaHosting();
        builder.Services.AddScoped<CommandQueue>();
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.AddProblemDetails();
        builder.Services.AddApiDescription();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.AddObservability();
    }

    private static void Pipeline(IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<AnswerLimitMiddleware>();
        app.UseWhen(context => context.Request.Path == "/api/export.csv", export => export.UseResponseCompression());
        app.UseMiddleware<OriginProof>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => StatusProblems.Write(context.HttpContext));
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), web => web.UseWebApp());
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseMiddleware<SiteGuard>();
            api.UseMiddleware<BodyLimitMiddleware>();
            api.UseMiddleware<CommandScopeMiddleware>();
        });
        app.UseApiDescription();
        app.UseEndpoints(endpoints =>
        {
            MapApi(endpoints.MapGroup("/api").RequireAuthorization());
            endpoints.MapHealthEndpoints();
        });
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        api.MapAccountEndpoints();
        api.MapSignInEndpoints();
        api.MapCredentialsEndpoints();
        api.MapPasskeysEndpoints();
        api.MapTokensEndpoints();
        api.MapGuestMergeEndpoints();
        api.MapWorkoutsEndpoints();
        api.MapHistoryEndpoints();
        api.MapBodyWeightEndpoints();
        api.MapExercisesEndpoints();
        api.MapTemplatesEndpoints();
        api.MapVoiceEndpoints();
        api.MapEventsEndpoints();
        api.MapExchangeEndpoints();
    }
}
