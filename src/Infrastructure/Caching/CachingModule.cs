using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Caching;

/// <summary>The cache for exercises and templates: in memory for <c>Cache:Seconds</c>, and with <c>ConnectionStrings:Redis</c> shared by processes.</summary>
internal static class CachingModule
{
    private const int WithRedis = 600;

    public static void AddAccountCache(this IServiceCollection services, IConfiguration configuration)
    {
        var redis = configuration.GetConnectionString("Redis");
        var seconds = configuration.GetValue("Cache:Seconds", string.IsNullOrEmpty(redis) ? 0 : WithRedis);
        if (seconds <= 0)
        {
            services.AddSingleton<IAccountCache, NoCache>();
            return;
        }

        if (!string.IsNullOrEmpty(redis))
        {
            services.AddStackExchangeRedisCache(options => (options.Configuration, options.InstanceName) = (redis, "titan:"));
        }

        services.AddHybridCache(options => options.DefaultEntryOptions = new HybridCacheEntryOptions { Expiration = TimeSpan.FromSeconds(seconds) });
        services.AddScoped<IAccountCache, AccountCache>();
    }
}
