using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Gives a passkey another name.</summary>
/// <param name="Name">1 to 100 characters.</param>
public sealed record RenamePasskey(string? Id, string Name) : ICommand<PasskeyView>;

internal sealed class RenamePasskeyValidator : AbstractValidator<RenamePasskey>
{
    public RenamePasskeyValidator() => RuleFor(command => command.Name).NotNull().WithMessage("A name has 1 to 100 characters.").Name();
}

internal sealed class RenamePasskeyHandler(IPasskeys passkeys, Owner owner, CommandScope scope) : IRequestHandler<RenamePasskey, Result<PasskeyView>>
{
    public async Task<Result<PasskeyView>> Handle(RenamePasskey command, CancellationToken cancellationToken)
    {
        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        return await passkeys.Rename(scope.AccountId, command.Id!, command.Name, cancellationToken) is { } passkey ? passkey : new NotFoundError("passkey");
    }
}
