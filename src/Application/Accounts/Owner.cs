using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Accounts;

/// <summary>Whether the owner proved to be the owner within the last 10 minutes. A guest has nothing to prove it with.</summary>
internal sealed class Owner(IAccountStore accounts, ISessions sessions, CommandScope scope, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public async Task<bool> IsFresh(CancellationToken cancellationToken) =>
        clock.GetUtcNow() - await sessions.AuthenticatedAt(scope, cancellationToken) <= Fresh
        || await accounts.Find(scope.AccountId, cancellationToken) is { IsGuest: true };
}
