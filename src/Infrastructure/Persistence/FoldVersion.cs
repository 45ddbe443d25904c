using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// Which release's folding the projections of a database come from. They are folded again, once, when a release that folds otherwise
/// migrates it; stopped on the way, that goes on with the next migration.
/// </summary>
internal sealed class FoldVersion(IServiceScopeFactory scopes, ProjectionMaintenance maintenance)
{
    /// <summary>Counted up by whoever changes what events that are already there fold to; a pinned log in the tests notices when that is forgotten.</summary>
    public const long Current = 4;

    // Kept among the replays, under the account that nobody has: of everybody's.
    private static readonly Guid Everybody = Guid.Empty;

    /// <summary>Folds everything again unless this release, or a later one, has done it.</summary>
    public async Task CatchUp(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        var row = await db.Replays.SingleOrDefaultAsync(replay => replay.AccountId == Everybody, cancellationToken);
        if (row?.Sequence >= Current)
        {
            return;
        }

        await maintenance.Rebuild(cancellationToken);
        row ??= db.Replays.Add(new ReplayRow { AccountId = Everybody, Fold = "everybody" }).Entity;
        row.Sequence = Current;
        await db.SaveChangesAsync(cancellationToken);
    }
}
