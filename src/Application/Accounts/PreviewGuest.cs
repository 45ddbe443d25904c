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
/// <param name="ImportId">The import they came in as, which can be undone as a whole; null in a preview, and where nothing came.</param>
public sealed record GuestOffer(int Workouts, int Sets, int AlreadyHere, Guid? ImportId);

internal sealed class PreviewGuestHandler(GuestWorkouts guests, WorkoutIntake intake) : IRequestHandler<PreviewGuest, Result<GuestOffer>>
{
    public async Task<Result<GuestOffer>> Handle(PreviewGuest query, CancellationToken cancellationToken) =>
        await guests.IsProof(query.Guest, cancellationToken)
            ? BringGuestHandler.Offer(await intake.Check(await guests.Read(query.Guest!.AccountId, cancellationToken), cancellationToken), importId: null)
            : GuestWorkouts.NotProven;
}
