using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Counts what a guest's workouts would add to the account that asks; writes nothing.</summary>
public sealed record PreviewGuest(GuestProof? Guest) : IQuery<GuestOffer>;

/// <summary>What bringing the guest's workouts along comes to.</summary>
/// <param name="Workouts">Workouts that would come in.</param>
/// <param name="Sets">Sets in them.</param>
/// <param name="AlreadyHere">Workouts that are in the account already and are left alone.</param>
/// <param name="Templates">Templates that would come in.</param>
/// <param name="BodyWeights">Entries of the log of body weight that would come in.</param>
/// <param name="ImportId">The import they came in as, which can be undone as a whole; null in a preview, and where nothing came.</param>
public sealed record GuestOffer(int Workouts, int Sets, int AlreadyHere, Guid? ImportId, int Templates, int BodyWeights);

internal sealed class PreviewGuestHandler(GuestWorkouts guests, WorkoutIntake intake) : IRequestHandler<PreviewGuest, Result<GuestOffer>>
{
    public async Task<Result<GuestOffer>> Handle(PreviewGuest query, CancellationToken cancellationToken)
    {
        if (!await guests.IsProof(query.Guest, cancellationToken))
        {
            return GuestWorkouts.NotProven;
        }

        var arrivals = await guests.Read(query.Guest!.AccountId, cancellationToken);
        return BringGuestHandler.Offer(
            new Intake(await intake.Check(arrivals, cancellationToken), await intake.Along(arrivals, cancellationToken), Import: null));
    }
}
