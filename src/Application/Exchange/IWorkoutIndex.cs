namespace TitanTrakr.Application.Exchange;

/// <summary>What an import asks of the completed workouts without reading them.</summary>
public interface IWorkoutIndex
{
    /// <summary>Ids and beginnings of those that began within a span, both ends included.</summary>
    Task<IReadOnlyList<(Guid Id, DateTimeOffset StartedAt)>> Started(
        Guid accountId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Which of these exercises stand in a completed workout that is none of those.</summary>
    Task<IReadOnlySet<string>> UsedElsewhere(
        Guid accountId, IReadOnlyCollection<string> exerciseIds, IReadOnlyCollection<Guid> workoutIds, CancellationToken cancellationToken);
}
