using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Signs in with address and password.</summary>
public sealed record Login(string Email, string Password) : IRequest<Result<SignedIn>>;

internal sealed class LoginValidator : AbstractValidator<Login>
{
    public LoginValidator()
    {
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Password).SentPassword();
    }
}

internal sealed class LoginHandler(ICredentials credentials, ISessions sessions, IAuditLog audit, CommandScope scope)
    : IRequestHandler<Login, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(Login command, CancellationToken cancellationToken)
    {
        if (await credentials.Check(command.Email, command.Password, cancellationToken) is not { } account)
        {
            // Without the account, known or not: the entry must not tell more than the answer, nor take longer.
            await audit.Record(AuditKind.SignInRefused, null, null, cancellationToken);
            return new WrongCredentials();
        }

        var signedIn = await sessions.Begin(account, scope, cancellationToken);
        await audit.Record(AuditKind.SignedIn, account.Id, signedIn.Value?.SessionId, cancellationToken);
        return signedIn;
    }
}
