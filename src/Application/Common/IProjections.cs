namespace TitanTrakr.Application.Common;

/// <summary>One account's documents by key. Within a unit of work what was stored is what is loaded next.</summary>
public interface IProjections
{
    /// <summary>Fetches several documents in one round trip, so that later loads of them ask no database.</summary>
    Task Prefetch(Guid accountId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>The document under a key, or null.</summary>
    Task<T?> Load<T>(Guid accountId, string key, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Stored documents whose keys begin with a prefix and go on after a text, by key.</summary>
    Task<IReadOnlyList<T>> Page<T>(Guid accountId, string prefix, string after, int limit, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Puts a document under a key with the unit of work; null removes it.</summary>
    void Store<T>(Guid accountId, string key, T? document)
        where T : class;
}
