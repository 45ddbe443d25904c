namespace TitanTrakr.Application.Common;

/// <summary>Secrets that are mailed as part of a link and work once, within their time.</summary>
public interface IMailedLinks
{
    /// <summary>Makes a link's address; older links of the account for the same purpose stop working.</summary>
    /// <param name="email">The address that it is mailed to.</param>
    Task<Uri> New(Guid accountId, LinkPurpose purpose, string email, CancellationToken cancellationToken);

    /// <summary>What a secret is for, used or not; null when it is unknown or too old. Whoever repeats a request is known by it.</summary>
    Task<MailedLink?> Find(string secret, LinkPurpose purpose, CancellationToken cancellationToken);

    /// <summary>Uses a secret up as part of the unit of work that it permits: where that fails, it goes on working. False when it was used before.</summary>
    Task<bool> Use(string secret, LinkPurpose purpose, CancellationToken cancellationToken);
}

/// <summary>What a link does.</summary>
public enum LinkPurpose
{
    /// <summary>Shows that the address is the account's own; 24 hours.</summary>
    Confirm,

    /// <summary>Sets a new password; one hour.</summary>
    Reset,
}

/// <summary>Whose link it is, and where it was mailed to.</summary>
public sealed record MailedLink(Guid AccountId, string Email);
