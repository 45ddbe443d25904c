using System.Text.Json;
using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The owner gives a passkey again: as <see cref="Reauthenticate"/>.</summary>
/// <param name="Credential">The browser's answer, as its <c>toJSON</c> gives it.</param>
public sealed record ReauthenticateWithPasskey(JsonElement Credential) : IQuery<Done>;

internal sealed class ReauthenticateWithPasskeyValidator : AbstractValidator<ReauthenticateWithPasskey>
{
    public ReauthenticateWithPasskeyValidator() => RuleFor(command => command.Credential).Credential();
}

internal sealed class ReauthenticateWithPasskeyHandler(IPasskeys passkeys, ISessions sessions, CommandScope scope)
    : IRequestHandler<ReauthenticateWithPasskey, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReauthenticateWithPasskey command, CancellationToken cancellationToken)
    {
        var account = await passkeys.Check(command.Credential.GetRawText(), cancellationToken);
        if (account?.Id != scope.AccountId)
        {
            return ValidationError.Of("credential", "That is no passkey of this account.");
        }

        await sessions.Reauthenticated(scope, cancellationToken);
        return new Done();
    }
}
