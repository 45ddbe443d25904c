using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Asks for a link to set a new password. The answer is the same whether there is such an account or not.</summary>
public sealed record ForgetPassword(string Email) : IRequest<Result<Done>>;

internal sealed class ForgetPasswordValidator : AbstractValidator<ForgetPassword>
{
    public ForgetPasswordValidator() => RuleFor(command => command.Email).Email();
}

internal sealed class ForgetPasswordHandler(ICredentials credentials, IMailedLinks links, IEmailSender mail)
    : IRequestHandler<ForgetPassword, Result<Done>>
{
    // As long as a mail may take, and a little: an answer in less or more would tell an unknown address from a known one.
    private static readonly TimeSpan Least = IEmailSender.Patience + TimeSpan.FromSeconds(0.2);

    public async Task<Result<Done>> Handle(ForgetPassword command, CancellationToken cancellationToken)
    {
        var waited = mail.IsConfigured ? Task.Delay(Least, cancellationToken) : Task.CompletedTask;
        if (await credentials.Find(command.Email, cancellationToken) is { Email: { } address } account)
        {
            var link = await links.New(account.Id, LinkPurpose.Reset, address, cancellationToken);
            await mail.Send(new Email(address, "Set a new password", Text(link)), cancellationToken);
        }

        await waited;
        return new Done();
    }

    private static string Text(Uri link) =>
        $"""
        Hello,

        follow this link to set a new password for Titan Trakr. It works once, for one hour:

        {link}

        If you did not ask for it, do nothing: your password stays as it is.
        """;
}
