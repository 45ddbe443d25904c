using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Changes the address. Where mail is configured, only once the link that the new address gets was followed.</summary>
public sealed record ChangeEmail(string Email) : IQuery<AccountView>;

internal sealed class ChangeEmailValidator : AbstractValidator<ChangeEmail>
{
    public ChangeEmailValidator() => RuleFor(command => command.Email).Email();
}

internal sealed class ChangeEmailHandler(IMediator mediator, ConfirmationMail mail, CommandScope scope) : IRequestHandler<ChangeEmail, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(ChangeEmail command, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new StoreEmail(command.Email), cancellationToken);
        if (changed.IsOk && !scope.Replayed)
        {
            await mail.Send(changed.Value, cancellationToken, to: command.Email);
        }

        return changed;
    }
}

/// <summary>The part of <see cref="ChangeEmail"/> that writes.</summary>
internal sealed record StoreEmail(string Email) : ICommand<AccountView>;

internal sealed class StoreEmailHandler(Owner owner, IAccountStore accounts, ICredentials credentials, IEmailSender mail, CommandScope scope)
    : IRequestHandler<StoreEmail, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(StoreEmail command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { IsGuest: false } account)
        {
            return new RegisterFirst();
        }

        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        // Whether the new address is taken shows when its link is followed: until then nothing is known of who reads it.
        return mail.IsConfigured ? account : await credentials.SetEmail(scope.AccountId, command.Email, confirmed: false, cancellationToken);
    }
}
