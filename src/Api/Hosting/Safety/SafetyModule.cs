using Microsoft.Net.Http.Headers;

namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>What the guards at the door need.</summary>
internal static class SafetyModule
{
    /// <summary>How long a stopping host lets requests finish.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    public static void AddSafety(this IServiceCollection services, IConfiguration configuration)
    {
        var origins = new Origins(configuration);
        services.AddSingleton(origins);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = Drain);
        // Without origins the policy lets nobody in. Cookies are never sent across: other sites' pages sign in with tokens.
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. origins.Foreign])
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.IfMatch, "Idempotency-Key")
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.Location, "Idempotency-Replayed")));
    }
}
