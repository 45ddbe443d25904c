using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// Traces and metrics where an OTLP address is configured; in production JSON logs that carry the trace's id. A trace goes on from the
/// <c>traceparent</c> that the request brings, through the database's statements. None of them carries what was said.
/// </summary>
internal static class Observability
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            Export(builder.Services);
        }
    }

    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction())
        {
            builder.Logging.ClearProviders()
                .AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ"))
                .Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        }
    }

    // Apart, so that a host that tells nobody doesn't load it.
    private static void Export(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("titan-trakr"))
        .WithMetrics(metrics => metrics
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter())
        .WithTracing(traces => traces
            .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddNpgsql()
            // Lambda stands still between requests: what waits for a batch would wait there.
            .AddOtlpExporter(otlp => otlp.ExportProcessorType = LambdaHosting.IsHere ? ExportProcessorType.Simple : ExportProcessorType.Batch));
}
