namespace TitanTrakr.Application.Common;

/// <summary>Sends a mail, where a mail server is configured.</summary>
public interface IEmailSender
{
    /// <summary>Whether mails leave this installation at all.</summary>
    bool IsConfigured { get; }

    /// <summary>Longer than a mail server takes. Who asked waits no longer for one that is slow or away: the mail goes on being sent after the answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Sends it; what fails is logged, without what it says, and not thrown: no answer may depend on it. Comes back within <see cref="Patience"/>.
    /// </summary>
    Task Send(Email email, CancellationToken cancellationToken);
}

/// <summary>A mail in plain text.</summary>
public sealed record Email(string To, string Subject, string Text);
