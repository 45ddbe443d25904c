using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Application.Common;

/// <summary>One's own exercises, rows kept by the events of the Exercises module.</summary>
public interface IExerciseStore
{
    /// <summary>All of an account's own exercises, archived ones left out.</summary>
    Task<IReadOnlyList<Exercise>> Own(Guid accountId, CancellationToken cancellationToken);

    /// <summary>The archived ones.</summary>
    Task<IReadOnlyList<Exercise>> Archived(Guid accountId, CancellationToken cancellationToken);

    /// <summary>One of them, archived or not, or null.</summary>
    Task<Exercise?> Find(Guid accountId, string exerciseId, CancellationToken cancellationToken);

    /// <summary>The id of the exercise that one of them was merged into, or null.</summary>
    Task<string?> MergedInto(Guid accountId, string exerciseId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces the row with the unit of work.</summary>
    void Store(Guid accountId, Exercise exercise, bool archived, string? mergedInto = null);
}
