using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>Appends events and folds them into the projections of every module, in the running unit of work.</summary>
public sealed class EventRecorder(IEventStore events, IEnumerable<IProjector> projectors, CommandScope scope, TimeProvider clock)
{
    private readonly IProjector[] _projectors = [.. projectors];

    /// <summary>When the command happened: the client's clock where it sent one.</summary>
    public DateTimeOffset At => scope.At ?? clock.GetUtcNow();

    /// <summary>Records what happened, in order.</summary>
    public async Task Record(DomainEvent happened, CancellationToken cancellationToken)
    {
        foreach (var recorded in events.Append([happened], At))
        {
            foreach (var projector in _projectors)
            {
                await projector.Apply(recorded, cancellationToken);
            }
        }
    }
}
