using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Deletes guests that neither wrote nor refreshed anything for so long. For the verb that a schedule calls; no route leads here.</summary>
public sealed record PurgeGuests(TimeSpan Idle) : IRequest<Result<PurgedGuests>>;

/// <summary>How many there were.</summary>
public sealed record PurgedGuests(int Accounts);

internal sealed class PurgeGuestsHandler(IAccountStore accounts, IAccountEraser eraser, IAuditLog audit, TimeProvider clock)
    : IRequestHandler<PurgeGuests, Result<PurgedGuests>>
{
    private const int Batch = 100;

    public async Task<Result<PurgedGuests>> Handle(PurgeGuests command, CancellationToken cancellationToken)
    {
        var (since, purged) = (clock.GetUtcNow() - command.Idle, 0);
        while (await accounts.IdleGuests(since, Batch, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var accountId in batch)
            {
                // Asked again one by one: a batch takes its time, and a guest may come back in it.
                if (await accounts.IsIdleGuest(accountId, since, cancellationToken) && await eraser.Erase(accountId, cancellationToken))
                {
                    await audit.Record(AuditKind.AccountDeleted, null, null, cancellationToken);
                    purged++;
                }
            }
        }

        return new PurgedGuests(purged);
    }
}
