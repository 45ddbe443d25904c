namespace TitanTrakr.Application.Common;

/// <summary>
/// Folds recorded events into a module's projections, in the running unit of work and for the account that the event names. A rebuild calls
/// every one of them with every event, in order: what they keep may depend on events and on nothing else.
/// </summary>
public interface IProjector
{
    /// <summary>Applies one event; an event of no concern is left alone.</summary>
    Task Apply(RecordedEvent recorded, CancellationToken cancellationToken);
}
