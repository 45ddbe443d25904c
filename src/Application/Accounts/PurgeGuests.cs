using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>
/// Deletes guests that neither wrote nor refreshed anything for so long, and entries of the audit log that are old enough. For the verb that a
/// schedule calls; no route leads here.
/// </summary>
/// <param name="AuditKept">How long entries of the audit log are kept, thirty days at least.</param>
public sealed record PurgeGuests(TimeSpan Idle, TimeSpan AuditKept) : IRequest<Result<PurgedGuests>>;

/// <summary>How many there were.</summary>
public sealed record PurgedGuests(int Accounts, int AuditEntries);

internal sealed class PurgeGuestsHandler(IAccountStore accounts, IAccountEraser eraser, IAuditLog audit, TimeProvider clock)
    : IRequestHandler<PurgeGuests, Result<PurgedGuests>>
{
    private const int Batch = 100;

    // An hour above what the database itself insists on: its clock may be behind.
    private static readonly TimeSpan LeastKept = TimeSpan.FromDays(30) + TimeSpan.FromHours(1);

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

        var kept = command.AuditKept > LeastKept ? command.AuditKept : LeastKept;
        return new PurgedGuests(purged, await audit.Expire(clock.GetUtcNow() - kept, cancellationToken));
    }
}
