using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
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
            AddRedis(services, redis);
        }

        AddCache(services, seconds);
    }

    // Apart, so that a host without a cache loads neither.
    private static void AddRedis(IServiceCollection services, string address) => services.AddStackExchangeRedisCache(
        options => (options.ConfigurationOptions, options.InstanceName) = (Impatient(address), "titan:"));

    private static void AddCache(IServiceCollection services, int seconds)
    {
        services.AddHybridCache(options => options.DefaultEntryOptions = new HybridCacheEntryOptions { Expiration = TimeSpan.FromSeconds(seconds) });
        services.AddScoped<IAccountCache, AccountCache>();
    }

    // What is kept there can be had from the database: one that is away is not waited for, one that hangs for the blink of an eye. By itself the driver
    // waits for seconds with each question, and looks whose time is over once a second.
    private static ConfigurationOptions Impatient(string redis)
    {
        var options = ConfigurationOptions.Parse($"abortConnect=false,connectRetry=1,connectTimeout=500,syncTimeout=200,asyncTimeout=200,{redis}");
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        return options;
    }
}
