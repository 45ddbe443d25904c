using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Makes the asking guest a full account that keeps everything; asked by nobody yet, makes a new account.</summary>
/// <param name="Password">8 to 128 characters of any kind, none of the common ones.</param>
public sealed record Register(string Email, string Password) : IRequest<Result<SignedIn>>;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator()
    {
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Password).NewPassword()
            .Must((command, password) => !string.Equals(password, command.Email, StringComparison.OrdinalIgnoreCase)).WithMessage("The e-mail address is no password.");
    }
}

internal sealed class RegisterHandler(
    ICredentials credentials, IAccountCreation accounts, ISessions sessions, IAuditLog audit, ConfirmationMail mail, IMediator mediator, CommandScope scope)
    : IRequestHandler<Register, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(Register command, CancellationToken cancellationToken)
    {
        // Before any transaction, as it takes its time.
        var hash = credentials.Hash(command.Password);
        var registered = scope.AccountId == Guid.Empty
            ? await Create(command.Email, hash, cancellationToken)
            : await Upgrade(command.Email, hash, cancellationToken);
        if (registered.IsOk && !scope.Replayed)
        {
            await mail.Send(registered.Value.Account, cancellationToken);
        }

        return registered;
    }

    private async Task<Result<SignedIn>> Create(string email, string hash, CancellationToken cancellationToken)
    {
        var created = await accounts.Create(scope, email, hash, cancellationToken);
        if (created.IsOk && !scope.Replayed)
        {
            await audit.Record(AuditKind.Registered, created.Value.Account.Id, null, cancellationToken);
        }

        return created;
    }

    private async Task<Result<SignedIn>> Upgrade(string email, string hash, CancellationToken cancellationToken)
    {
        var upgraded = await mediator.Send(new UpgradeGuest(email, hash), cancellationToken);
        return upgraded.IsOk ? await sessions.Begin(upgraded.Value, scope, cancellationToken) : upgraded.Error;
    }
}
