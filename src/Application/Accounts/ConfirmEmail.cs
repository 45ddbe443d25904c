using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Follows a mailed link: the address it was sent to is now the account's, and confirmed.</summary>
/// <param name="Token">The secret of the link.</param>
public sealed record ConfirmEmail(string Token) : IRequest<Result<Done>>;

internal sealed class ConfirmEmailValidator : AbstractValidator<ConfirmEmail>
{
    public ConfirmEmailValidator() => RuleFor(command => command.Token).LinkToken();
}

internal sealed class ConfirmEmailHandler(IMailedLinks links, IMediator mediator, CommandScope scope) : IRequestHandler<ConfirmEmail, Result<Done>>
{
    public async Task<Result<Done>> Handle(ConfirmEmail command, CancellationToken cancellationToken)
    {
        if (await links.Find(command.Token, LinkPurpose.Confirm, cancellationToken) is not { } link)
        {
            return new LinkExpired();
        }

        // Whoever reads the mailbox needn't be signed in here.
        (scope.AccountId, scope.SessionId) = (link.AccountId, null);
        var stored = await mediator.Send(new StoreConfirmedEmail(link.Email, command.Token), cancellationToken);
        return stored.IsOk ? new Done() : stored.Error;
    }
}

/// <summary>The part of <see cref="ConfirmEmail"/> that writes.</summary>
internal sealed record StoreConfirmedEmail(string Email, string Token) : ICommand<AccountView>;

internal sealed class StoreConfirmedEmailHandler(IMailedLinks links, ICredentials credentials, CommandScope scope)
    : IRequestHandler<StoreConfirmedEmail, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(StoreConfirmedEmail command, CancellationToken cancellationToken) =>
        await links.Use(command.Token, LinkPurpose.Confirm, cancellationToken)
            ? await credentials.SetEmail(scope.AccountId, command.Email, confirmed: true, cancellationToken)
            : new LinkExpired();
}
