using System.Diagnostics;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>What the parts of one running unit of work share: whose it is and how far its log is.</summary>
internal sealed class UnitSession
{
    private readonly List<RecordedEvent> _appended = [];

    public bool Running { get; private set; }

    public Guid AccountId { get; private set; }

    public Guid CommandId { get; private set; }

    public long Head { get; private set; }

    /// <summary>An account that nothing is stored of so far, if there is one: what isn't in memory need not be asked for.</summary>
    public Guid? Blank { get; set; }

    public IReadOnlyList<RecordedEvent> Appended => _appended;

    /// <summary>When the first of them was, by the stopwatch.</summary>
    public long AppendedAt { get; private set; }

    public void Begin(CommandScope scope, long head)
    {
        _appended.Clear();
        (Running, AccountId, CommandId, Head) = (true, scope.AccountId, scope.CommandId, head);
    }

    public long Next() => Running ? ++Head : throw new InvalidOperationException("Events are appended inside a unit of work only.");

    public void Add(RecordedEvent recorded)
    {
        AppendedAt = _appended.Count == 0 ? Stopwatch.GetTimestamp() : AppendedAt;
        _appended.Add(recorded);
    }

    public void End(bool committed)
    {
        Running = false;
        if (!committed)
        {
            _appended.Clear();
        }
    }
}

/// <summary>A store that gathers changes in memory until the unit of work asks for their rows.</summary>
internal interface IUnitPart
{
    /// <summary>Forgets everything: another try, or another unit, begins.</summary>
    void Reset();

    /// <summary>Whether there may be something to turn into rows: who has nothing isn't asked.</summary>
    bool HasChanges { get; }

    /// <summary>Turns what was gathered into tracked rows or pending writes.</summary>
    Task Flush(CancellationToken cancellationToken);

    /// <summary>What was flushed is stored, and more will follow on the same accounts.</summary>
    void Settle() => Reset();
}
