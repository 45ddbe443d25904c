using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Application.Common;

/// <summary>What the meaning of a sentence depends on, fetched in one round trip.</summary>
public interface IVoiceSources
{
    /// <summary>
    /// Settings and own exercises of an account, and whether this command id was answered before. The documents are loaded too: until
    /// a unit of work begins, <see cref="IProjections"/> answers them without asking again.
    /// </summary>
    /// <param name="documents">Keys of projections; one that ends with a colon stands for all that begin with it.</param>
    Task<VoiceSources> Load(Guid accountId, Guid commandId, IReadOnlyCollection<string> documents, CancellationToken cancellationToken);
}

/// <summary>What was fetched.</summary>
/// <param name="Settings">Null when the account is gone.</param>
/// <param name="IsReplay">Whether the command id has its stored answer already.</param>
/// <param name="Keys">The documents that were there.</param>
public sealed record VoiceSources(AccountSettings? Settings, IReadOnlyList<Exercise> Own, bool IsReplay, IReadOnlyList<string> Keys);
