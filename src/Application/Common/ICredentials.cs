using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>Addresses and passwords. Hashing is slow on purpose: it happens before a transaction opens.</summary>
public interface ICredentials
{
    /// <summary>A password's hash, salted.</summary>
    string Hash(string password);

    /// <summary>The account, or null: the same work whether the address is unknown, has no password or another one.</summary>
    Task<AccountView?> Check(string email, string password, CancellationToken cancellationToken);

    /// <summary>Whether it is the account's password; null when the account has none.</summary>
    Task<bool?> CheckOwn(Guid accountId, string password, CancellationToken cancellationToken);

    /// <summary>The account under an address, or null.</summary>
    Task<AccountView?> Find(string email, CancellationToken cancellationToken);

    /// <summary>Sets address and password of an account that has neither and makes it a full one; part of the running unit of work.</summary>
    Task<Result<AccountView>> Register(Guid accountId, string email, string passwordHash, CancellationToken cancellationToken);

    /// <summary>Sets the password; part of the running unit of work.</summary>
    Task<Result<AccountView>> SetPassword(Guid accountId, string passwordHash, CancellationToken cancellationToken);

    /// <summary>Sets the address; part of the running unit of work.</summary>
    Task<Result<AccountView>> SetEmail(Guid accountId, string email, bool confirmed, CancellationToken cancellationToken);
}
