using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Changes the password and ends all other sessions.</summary>
/// <param name="CurrentPassword">Left out only by an account that has none, whose owner then gave a passkey within 10 minutes.</param>
public sealed record ChangePassword(string? CurrentPassword, string NewPassword) : IQuery<AccountView>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.CurrentPassword!).SentPassword().When(command => command.CurrentPassword is not null);
        RuleFor(command => command.NewPassword).NewPassword();
    }
}

internal sealed class ChangePasswordHandler(ICredentials credentials, IMediator mediator, CommandScope scope)
    : IRequestHandler<ChangePassword, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        // Checked and hashed before the transaction, as both take their time; refused inside it, where a repeat gets its first answer.
        var isCurrent = await credentials.CheckOwn(scope.AccountId, command.CurrentPassword ?? "", cancellationToken);
        return await mediator.Send(new StorePassword(isCurrent, credentials.Hash(command.NewPassword)), cancellationToken);
    }
}

/// <summary>The part of <see cref="ChangePassword"/> that writes.</summary>
/// <param name="IsCurrent">Whether the current password was given; null when there is none.</param>
internal sealed record StorePassword(bool? IsCurrent, string PasswordHash) : ICommand<AccountView>;

internal sealed class StorePasswordHandler(
    ICredentials credentials, ISessions sessions, Owner owner, IAccountStore accounts, IAuditLog audit, CommandScope scope) : IRequestHandler<StorePassword, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(StorePassword command, CancellationToken cancellationToken)
    {
        if (command.IsCurrent == false)
        {
            return ValidationError.Of("currentPassword", "That is not the current password.");
        }

        if (command.IsCurrent is null && await Refusal(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await audit.Record(AuditKind.PasswordChanged, scope.AccountId, null, cancellationToken);
        await sessions.EndAll(scope.AccountId, except: scope.SessionId, cancellationToken);
        return await credentials.SetPassword(scope.AccountId, command.PasswordHash, cancellationToken);
    }

    // A password alone, without an address, would be no way to sign in.
    private async Task<Error?> Refusal(CancellationToken cancellationToken) =>
        await accounts.Find(scope.AccountId, cancellationToken) is { Email: null } ? ValidationError.Of("newPassword", "Give the account an e-mail address first.")
        : await owner.IsFresh(cancellationToken) ? null : new ReauthenticationRequired();
}
