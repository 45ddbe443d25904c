using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>Makes accounts for callers who have none yet, each with its empty stream and first session, in one transaction.</summary>
public interface IAccountCreation
{
    /// <summary>
    /// Makes one, or, under a key that made one within a day, answers that one again with a session that replaces the first.
    /// Without an address it is a guest.
    /// </summary>
    Task<Result<SignedIn>> Create(CommandScope scope, string? email, string? passwordHash, CancellationToken cancellationToken);
}
