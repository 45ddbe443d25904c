using System.Collections.Concurrent;

namespace TitanTrakr.Endurance;

/// <summary>A set that a device sent: its place in that device's order, and whether the host said it has it.</summary>
internal sealed record SentSet(string Device, int Ordinal, Guid CommandId, Guid SetId, bool Acknowledged);

/// <summary>One line of the account's log, as the feed serves it.</summary>
internal sealed record LoggedEvent(long Sequence, string Type, Guid CommandId, Guid? SetId);

/// <summary>What one account's devices sent, gathered while the faults happen.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Guid, SentSet> _sent = [];

    public IReadOnlyList<SentSet> Sent => [.. _sent.Values];

    public int Acknowledged => _sent.Values.Count(set => set.Acknowledged);

    public void Note(SentSet set) => _sent[set.SetId] = set;
}
