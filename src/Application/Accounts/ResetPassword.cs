using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Sets a new password by a mailed link, and ends every session.</summary>
/// <param name="Token">The secret of the link.</param>
public sealed record ResetPassword(string Token, string NewPassword) : IRequest<Result<Done>>;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(command => command.Token).LinkToken();
        RuleFor(command => command.NewPassword).NewPassword();
    }
}

internal sealed class ResetPasswordHandler(IMailedLinks links, ICredentials credentials, IMediator mediator, CommandScope scope)
    : IRequestHandler<ResetPassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        var hash = credentials.Hash(command.NewPassword);
        if (await links.Find(command.Token, LinkPurpose.Reset, cancellationToken) is not { } link)
        {
            return new LinkExpired();
        }

        (scope.AccountId, scope.SessionId) = (link.AccountId, null);
        var stored = await mediator.Send(new StoreResetPassword(link, command.Token, hash), cancellationToken);
        return stored.IsOk ? new Done() : stored.Error;
    }
}

/// <summary>The part of <see cref="ResetPassword"/> that writes: who follows a link that was mailed to the account's address has that address.</summary>
internal sealed record StoreResetPassword(MailedLink Link, string Token, string PasswordHash) : ICommand<AccountView>;

internal sealed class StoreResetPasswordHandler(
    IMailedLinks links, ICredentials credentials, ISessions sessions, IAccountStore accounts, IAuditLog audit)
    : IRequestHandler<StoreResetPassword, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(StoreResetPassword command, CancellationToken cancellationToken)
    {
        var (accountId, email) = (command.Link.AccountId, command.Link.Email);
        if (await accounts.Find(accountId, cancellationToken) is not { } account || account.Email != email
            || !await links.Use(command.Token, LinkPurpose.Reset, cancellationToken))
        {
            return new LinkExpired();
        }

        await audit.Record(AuditKind.PasswordChanged, accountId, null, cancellationToken);
        await sessions.EndAll(accountId, except: null, cancellationToken);
        await credentials.SetPassword(accountId, command.PasswordHash, cancellationToken);
        return await credentials.SetEmail(accountId, email, confirmed: true, cancellationToken);
    }
}
