using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>A request that writes: validated, then run in one transaction under its command id.</summary>
/// <typeparam name="T">The answer; it is stored as JSON under the command id and comes back on replay.</typeparam>
public interface ICommand<T> : IRequest<Result<T>>
{
    /// <summary>Keys of the projections it will load, to be fetched with the lock; others cost a round trip more.</summary>
    IReadOnlyCollection<string> Documents => [];
}

/// <summary>A request that runs without a unit of work: it only reads, or it writes by rules of its own. Refused when the account that asks is gone.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>A query whose answer may be moments old: where a read replica is configured, it is read there. Never for the running workout.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface IStaleQuery<T> : IQuery<T>;
