using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>
/// Brings what this phone logged as a guest into the account, by events, as one import that can be undone as a whole: workouts, templates and
/// body weight. Settings stay the account's own. The guest keeps its copy until it is purged.
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
        return Offer(taken.Value);
    }

    internal static GuestOffer Offer(Intake taken) => new(
        taken.Check.New.Count,
        taken.Check.New.Sum(workout => workout.Recorded.Exercises.Sum(entry => entry.Sets.Count)),
        taken.Check.AlreadyHere + taken.Check.Changed,
        taken.Import?.Id,
        taken.Along.Templates.Count,
        taken.Along.BodyWeights.Count);
}
