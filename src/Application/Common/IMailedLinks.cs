namespace TitanTrakr.Application.Common;

/// <summary>Secrets that are mailed as part of a link and work once, within their time.</summary>
public interface IMailedLinks
{
    /// <summary>Makes a link's address; older links of the account for the same purpose stop working.</summary>
    /// <param name="email">The address that it is mailed to.</param>
    Task<Uri> New(Guid accountId, LinkPurpose purpose, string email, CancellationToken cancellationToken);

    /// <summary>Uses a secret up and says what it was for, or null when it is unknown, used or too old.</summary>
    Task<MailedLink?> Follow(string secret, LinkPurpose purpose, CancellationToken cancellationToken);
}

/// <summary>What a link does.</summary>
public enum LinkPurpose
{
    /// <summary>Shows that the address is the account's own; 24 hours.</summary>
    Confirm,

    /// <summary>Sets a new password; one hour.</summary>
    Reset,
}

/// <summary>A link that was followed.</summary>
public sealed record MailedLink(Guid AccountId, string Email);
