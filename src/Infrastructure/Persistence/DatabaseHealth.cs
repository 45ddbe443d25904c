using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Whether the database answers.</summary>
public interface IDatabaseHealth
{
    /// <summary>True when it answered within two seconds. Throws nothing but cancellation by the caller.</summary>
    Task<bool> Check(CancellationToken cancellationToken);
}

internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IDatabaseHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<bool> Check(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await Task.Run(() => Ask(limit.Token), limit.Token).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> Ask(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        await db.Streams.AnyAsync(s => s.AccountId == Guid.Empty, cancellationToken);
        return true;
    }
}
