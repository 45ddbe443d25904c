using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>
/// One transaction: locks the account's stream head, answers a replayed command id from the store, else runs the work, keeps its answer
/// and commits. A refusal rolls everything back. Lost races are run again on a fresh context. Inside a running unit it just runs the work.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Runs the work in a transaction under the command id of the scope.</summary>
    /// <param name="documents">Keys of the projections that the work will load: they come with the lock, in its round trip.</param>
    Task<Result<T>> Run<T>(
        CommandScope scope,
        IReadOnlyCollection<string> documents,
        Func<CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellationToken);
}
