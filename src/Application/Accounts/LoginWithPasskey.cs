using System.Text.Json;
using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Signs in with a passkey: the passkey itself says whose it is.</summary>
/// <param name="Credential">The browser's answer, as its <c>toJSON</c> gives it.</param>
public sealed record LoginWithPasskey(JsonElement Credential) : IRequest<Result<SignedIn>>;

internal sealed class LoginWithPasskeyValidator : AbstractValidator<LoginWithPasskey>
{
    public LoginWithPasskeyValidator() => RuleFor(command => command.Credential).Credential();
}

internal sealed class LoginWithPasskeyHandler(IPasskeys passkeys, ISessions sessions, IAuditLog audit, CommandScope scope)
    : IRequestHandler<LoginWithPasskey, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(LoginWithPasskey command, CancellationToken cancellationToken)
    {
        if (await passkeys.Check(command.Credential.GetRawText(), cancellationToken) is not { } account)
        {
            await audit.Record(AuditKind.SignInRefused, null, null, cancellationToken);
            return new WrongPasskey();
        }

        var signedIn = await sessions.Begin(account, scope, cancellationToken);
        await audit.Record(AuditKind.SignedIn, account.Id, signedIn.Value?.SessionId, cancellationToken);
        return signedIn;
    }
}

/// <summary>The browser's options to ask for a passkey.</summary>
public sealed record BeginLoginWithPasskey : IRequest<Result<string>>;

internal sealed class BeginLoginWithPasskeyHandler(IPasskeys passkeys) : IRequestHandler<BeginLoginWithPasskey, Result<string>>
{
    public async Task<Result<string>> Handle(BeginLoginWithPasskey command, CancellationToken cancellationToken) =>
        await passkeys.RequestOptions(cancellationToken);
}
