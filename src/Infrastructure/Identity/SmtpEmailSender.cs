using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using MimeKit;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>Mails by SMTP when <c>Mail:Host</c> is set. What a mail says, and to whom, never reaches the log.</summary>
internal sealed partial class SmtpEmailSender(IConfiguration configuration, ILogger<SmtpEmailSender> log) : IEmailSender
{
    public bool IsConfigured => configuration["Mail:Host"] is { Length: > 0 };

    public async Task Send(Email email, CancellationToken cancellationToken)
    {
        if (!IsConfigured)
        {
            NotConfigured(email.Subject);
            return;
        }

        await Task.WhenAny(Deliver(email), Task.Delay(IEmailSender.Patience, cancellationToken));
    }

    private async Task Deliver(Email email)
    {
        try
        {
            await Hand(email);
        }
        catch (Exception e)
        {
            NotDelivered(email.Subject, e.GetType().Name);
        }
    }

    private async Task Hand(Email email)
    {
        var section = configuration.GetSection("Mail");
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(section["From"] ?? "Titan Trakr <no-reply@localhost>"));
        message.To.Add(new MailboxAddress(null, email.To));
        message.Subject = email.Subject;
        message.Body = new TextPart("plain") { Text = email.Text };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new SmtpClient { Timeout = 10_000 };
        var port = section.GetValue("Port", 587);
        // Demanded, not taken when it is offered: somebody in between could leave out the offer.
        var security = !section.GetValue("Tls", true) ? SecureSocketOptions.None
            : port == 465 ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(section["Host"]!, port, security, deadline.Token);
        if (section["User"] is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, section["Password"] ?? "", deadline.Token);
        }

        await client.SendAsync(message, deadline.Token);
        await client.DisconnectAsync(quit: true, deadline.Token);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail \"{Subject}\" not sent: no SMTP configured")]
    private partial void NotConfigured(string subject);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail \"{Subject}\" not sent: {Fault}")]
    private partial void NotDelivered(string subject, string fault);
}
