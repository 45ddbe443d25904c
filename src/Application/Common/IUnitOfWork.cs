using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>
/// One transaction: locks the account's stream head, answers a replayed command id from the store, else runs the work, keeps its answer
/// and commits. A refusal rolls everything back. Lost races are run again on a fresh context. Inside a running unit it just runs the work.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Runs the work in a transaction under the command id of the scope.</summary>
    Task<Result<T>> Run<T>(CommandScope scope, Func<CancellationToken, Task<Result<T>>> work, CancellationToken cancellationToken);
}
