using TitanTrakr.Application.Common;

namespace TitanTrakr.Application.Accounts;

/// <summary>Asks an address, where mail is configured, whether it is the account's own.</summary>
internal sealed class ConfirmationMail(IEmailSender mail, IMailedLinks links)
{
    /// <summary>Sends the link to the account's own address or to the one that it shall have.</summary>
    public async Task Send(AccountView account, CancellationToken cancellationToken, string? to = null)
    {
        if (!mail.IsConfigured || (to ?? account.Email) is not { } address)
        {
            return;
        }

        var link = await links.New(account.Id, LinkPurpose.Confirm, address, cancellationToken);
        var text = $"""
            Hello,

            follow this link to confirm that this address belongs to your Titan Trakr account. It works once, for 24 hours:

            {link}

            If you did not ask for it, do nothing: nothing happens then.
            """;
        await mail.Send(new Email(address, "Confirm your e-mail address", text), cancellationToken);
    }
}
