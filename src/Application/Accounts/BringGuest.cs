using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>
/// Brings the workouts that this phone logged as a guest into the account, by events, as one import that can be undone as a whole. The guest
/// keeps its own copy until it is purged.
/// </summary>
public sealed record BringGuest(GuestProof? Guest) : ICommand<GuestOffer>;

internal sealed class BringGuestHandler(GuestWorkouts guests, WorkoutIntake intake, IAuditLog audit, CommandScope scope)
    : IRequestHandler<BringGuest, Result<GuestOffer>>
{
    public async Task<Result<GuestOffer>> Handle(BringGuest command, CancellationToken cancellationToken)
    {
        if (!await guests.IsProof(command.Guest, cancellationToken))
        {
            return GuestWorkouts.NotProven;
        }

        var taken = await intake.TakeIn(await guests.Read(command.Guest!.AccountId, cancellationToken), cancellationToken);
        if (!taken.IsOk)
        {
            return taken.Error;
        }

        await audit.Record(AuditKind.Merged, scope.AccountId, taken.Value.Import?.Id, cancellationToken);
        return Offer(taken.Value.Check, taken.Value.Import?.Id);
    }

    internal static GuestOffer Offer(ArrivalCheck check, Guid? importId) => new(
        check.New.Count,
        check.New.Sum(workout => workout.Recorded.Exercises.Sum(entry => entry.Sets.Count)),
        check.AlreadyHere + check.Changed,
        importId);
}
