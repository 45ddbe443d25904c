using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Makes an account without an e-mail, usable at once.</summary>
public sealed record CreateGuest : IRequest<Result<SignedIn>>;

internal sealed class CreateGuestHandler(IAccountCreation accounts, CommandScope scope) : IRequestHandler<CreateGuest, Result<SignedIn>>
{
    public Task<Result<SignedIn>> Handle(CreateGuest command, CancellationToken cancellationToken) =>
        accounts.Create(scope, email: null, passwordHash: null, cancellationToken);
}
