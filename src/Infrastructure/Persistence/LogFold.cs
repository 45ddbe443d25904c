using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Folds an account's log once more, by the same code that writes, within a transaction that is open: into rows under another id, or its own.</summary>
internal sealed class LogFold
{
    private const int Batch = 250;

    // Bounds memory, together with what an event may hold: of a row only its last state is written, so the more are gathered the better.
    private const int MostGathered = 256 << 10;

    private readonly IServiceProvider _services;
    private readonly TitanDbContext _db;
    private readonly UnitSession _session;
    private readonly NewRows _rows;
    private readonly IUnitPart[] _parts;
    private Guid _into;
    private int _gathered;

    public LogFold(IServiceProvider services, Guid accountId, Guid into)
    {
        (_services, _db, _session) = (services, services.GetRequiredService<TitanDbContext>(), services.GetRequiredService<UnitSession>());
        (_rows, _parts) = (services.GetRequiredService<NewRows>(), [.. services.GetServices<IUnitPart>()]);
        _rows.Gathers = true;
        (AccountId, _into, _session.Blank) = (accountId, into, into);
    }

    public Guid AccountId { get; }

    /// <summary>Up to where the log is folded.</summary>
    public long Sequence { get; private set; }

    /// <summary>What is up to there was folded before, and is stored.</summary>
    public void GoOn(long sequence) => (Sequence, _session.Blank) = (sequence, null);

    /// <summary>Folds into the account itself, of which nothing is stored any more.</summary>
    public void InPlace() => (_into, _session.Blank) = (AccountId, AccountId);

    /// <summary>Folds the next events, at most so many, and answers how many there were.</summary>
    public async Task<int> Fold(int most, CancellationToken cancellationToken)
    {
        var events = _services.GetRequiredService<IEventStore>();
        IProjector[] projectors = [.. _services.GetServices<IProjector>()];
        var folded = 0;
        while (folded < most && await events.Read(AccountId, Sequence, Math.Min(Batch, most - folded), cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var recorded in batch)
            {
                await Apply(projectors, recorded, cancellationToken);
            }

            folded += batch.Count;
        }

        await Flush(cancellationToken);
        return folded;
    }

    private async Task Apply(IProjector[] projectors, RecordedEvent recorded, CancellationToken cancellationToken)
    {
        if (recorded.Event is not null)
        {
            recorded = recorded with { AccountId = _into };
            foreach (var projector in projectors)
            {
                await projector.Apply(recorded, cancellationToken);
            }
        }

        Sequence = recorded.Sequence;
        if ((_gathered += recorded.Payload.Length) > MostGathered)
        {
            await Flush(cancellationToken);
        }
    }

    private async Task Flush(CancellationToken cancellationToken)
    {
        foreach (var work in _services.GetServices<IUnfinished>())
        {
            await work.Finish(cancellationToken);
        }

        foreach (var part in _parts.Where(part => part.HasChanges))
        {
            await part.Flush(cancellationToken);
        }

        await _rows.Write(cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        await _services.GetRequiredService<PendingWrites>().Send(cancellationToken);
        _db.ChangeTracker.Clear();
        Array.ForEach(_parts, part => part.Settle());
        (_session.Blank, _gathered) = (null, 0);
    }
}
