using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Caching;

/// <summary>
/// Keeps answers under the account's name and the head of its log. Every write moves the head, so what was kept before is not found any
/// more, in this process or another: nobody has to be told. The head is asked for in the one round trip that checks the session anyway.
/// </summary>
internal sealed class AccountCache(TitanDbContext db, HybridCache cache) : IAccountCache
{
    private const HybridCacheEntryFlags LookOnly =
        HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheWrite | HybridCacheEntryFlags.DisableDistributedCacheWrite;

    private static readonly HybridCacheEntryOptions Looking = new() { Flags = LookOnly };

    // While a release is rolled out, two of them share a cache and may not read each other's.
    private static readonly string Code = $"{typeof(IAccountCache).Module.ModuleVersionId:N}{typeof(Exercise).Module.ModuleVersionId:N}";

    public async Task<T> Get<T>(Guid accountId, string name, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (await Head(accountId, cancellationToken) is not { } head)
        {
            return await read();
        }

        var key = $"{name}:{accountId:N}:{head}:{Code}";
        if (await cache.GetOrCreateAsync(key, _ => ValueTask.FromResult<string?>(null), Looking, cancellationToken: cancellationToken) is { } kept)
        {
            return StoredJson.Read<T>(kept)!;
        }

        // Read by whoever asks, not for all who wait: each reads with a connection of its own, which may be gone before the others are served.
        var fresh = await read();
        await cache.SetAsync(key, StoredJson.Write(fresh), cancellationToken: cancellationToken);
        return fresh;
    }

    private Task<long?> Head(Guid accountId, CancellationToken cancellationToken) => db.Streams
        .Where(stream => stream.AccountId == accountId && stream.Active)
        .Select(stream => (long?)stream.Head)
        .SingleOrDefaultAsync(cancellationToken);
}

/// <summary>None is configured.</summary>
internal sealed class NoCache : IAccountCache
{
    public Task<T> Get<T>(Guid accountId, string name, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class => read();
}
