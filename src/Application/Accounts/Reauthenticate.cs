using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>The owner gives the password again: for 10 minutes what asks for a fresh proof is allowed in this session.</summary>
public sealed record Reauthenticate(string Password) : IQuery<Done>;

internal sealed class ReauthenticateValidator : AbstractValidator<Reauthenticate>
{
    public ReauthenticateValidator() => RuleFor(command => command.Password).SentPassword();
}

internal sealed class ReauthenticateHandler(ICredentials credentials, ISessions sessions, CommandScope scope)
    : IRequestHandler<Reauthenticate, Result<Done>>
{
    public async Task<Result<Done>> Handle(Reauthenticate command, CancellationToken cancellationToken)
    {
        if (await credentials.CheckOwn(scope.AccountId, command.Password, cancellationToken) != true)
        {
            return ValidationError.Of("password", "That is not the password.");
        }

        await sessions.Reauthenticated(scope, cancellationToken);
        return new Done();
    }
}
