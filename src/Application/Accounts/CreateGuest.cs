using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Makes an account without an e-mail, usable at once. Not an idempotent command: there is no account yet to keep its key.</summary>
public sealed record CreateGuest : IRequest<Result<AccountView>>;

internal sealed class CreateGuestHandler(IAccountStore accounts) : IRequestHandler<CreateGuest, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(CreateGuest command, CancellationToken cancellationToken) =>
        await accounts.CreateGuest(Guid.CreateVersion7(), cancellationToken);
}
