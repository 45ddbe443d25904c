namespace TitanTrakr.Application.Common;

/// <summary>Keeps what an account seldom changes near the host, where a cache is configured. For queries: a unit of work reads under its lock.</summary>
public interface IAccountCache
{
    /// <summary>What was read under this name since the account last wrote, else what <paramref name="read"/> reads now; never older than that.</summary>
    Task<T> Get<T>(Guid accountId, string name, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class;
}
