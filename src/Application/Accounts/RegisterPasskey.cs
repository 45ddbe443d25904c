using System.Text.Json;
using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Keeps a passkey that the browser made. A guest's first one makes it a full account.</summary>
/// <param name="Credential">The browser's answer, as its <c>toJSON</c> gives it.</param>
/// <param name="Name">1 to 100 characters; left out: Passkey.</param>
public sealed record RegisterPasskey(JsonElement Credential, string? Name) : ICommand<PasskeyView>;

internal sealed class RegisterPasskeyValidator : AbstractValidator<RegisterPasskey>
{
    public RegisterPasskeyValidator()
    {
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Credential).Credential();
    }
}

internal sealed class RegisterPasskeyHandler(IPasskeys passkeys, Owner owner, IAuditLog audit, CommandScope scope)
    : IRequestHandler<RegisterPasskey, Result<PasskeyView>>
{
    public async Task<Result<PasskeyView>> Handle(RegisterPasskey command, CancellationToken cancellationToken)
    {
        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        await audit.Record(AuditKind.PasskeyAdded, scope.AccountId, null, cancellationToken);
        return await passkeys.Register(scope.AccountId, command.Credential.GetRawText(), command.Name ?? "Passkey", cancellationToken);
    }
}
