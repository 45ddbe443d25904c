using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;

namespace TitanTrakr.Application.Common;

/// <summary>
/// Reads what is stored as it is served, to be sent as it stands. Where that is not there, as an earlier release wrote what it is made of,
/// it is made.
/// </summary>
public interface IServedReads
{
    /// <summary>The running workout, its duration until now; null when none runs.</summary>
    Task<ServedWorkout?> Current(Guid accountId, CancellationToken cancellationToken);

    /// <summary>A completed workout, or null when this account has none of that id.</summary>
    Task<ServedWorkout?> Completed(Guid accountId, Guid workoutId, CancellationToken cancellationToken);

    /// <summary>Completed workouts, newest first.</summary>
    Task<IReadOnlyList<ServedItem>> History(Guid accountId, HistoryFilter filter, CancellationToken cancellationToken);

    /// <summary>Sessions of an exercise before a key, newest first.</summary>
    Task<IReadOnlyList<ServedItem>> Sessions(Guid accountId, string exerciseId, SessionKey? before, int limit, CancellationToken cancellationToken);
}

/// <summary>An item of a list as it is served.</summary>
/// <param name="At">Where it stands in the list; of two at the same moment the lower <paramref name="Id"/> is the earlier.</param>
/// <param name="Json">In UTF-8.</param>
public readonly record struct ServedItem(DateTimeOffset At, Guid Id, ReadOnlyMemory<byte> Json);

/// <summary>A document that is stored together with what is served of it.</summary>
public interface IServed
{
    /// <summary>What is served of it, in UTF-8.</summary>
    byte[] Served();
}
