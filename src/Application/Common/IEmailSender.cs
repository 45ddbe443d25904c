namespace TitanTrakr.Application.Common;

/// <summary>Sends a mail, where a mail server is configured.</summary>
public interface IEmailSender
{
    /// <summary>Whether mails leave this installation at all.</summary>
    bool IsConfigured { get; }

    /// <summary>
    /// Sends it; what fails is logged, without what it says, and not thrown: no answer may depend on it. Comes back after two seconds, though
    /// a slow mail server may have it later.
    /// </summary>
    Task Send(Email email, CancellationToken cancellationToken);
}

/// <summary>A mail in plain text.</summary>
public sealed record Email(string To, string Subject, string Text);
