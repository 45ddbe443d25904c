namespace TitanTrakr.Endurance;

/// <summary>
/// What must hold whatever broke: every acknowledged set once, none that nobody sent, sequences without a gap, a command's events
/// together and whole, and each device's order kept.
/// </summary>
internal static class Invariants
{
    public static IReadOnlyList<string> Violations(IReadOnlyList<SentSet> sent, IReadOnlyList<LoggedEvent> log) =>
        [.. Sequence(log), .. Once(sent, log), .. Whole(sent, log), .. Order(sent, log)];

    private static IEnumerable<string> Sequence(IReadOnlyList<LoggedEvent> log) =>
        from line in log.Index()
        where line.Item.Sequence != line.Index + 1
        select $"sequence {line.Item.Sequence} stands where {line.Index + 1} belongs";

    private static IEnumerable<string> Once(IReadOnlyList<SentSet> sent, IReadOnlyList<LoggedEvent> log)
    {
        var logged = log.Where(line => line.Type == "SetLogged").CountBy(line => line.SetId!.Value).ToDictionary();
        foreach (var set in sent.Where(set => set.Acknowledged && !logged.ContainsKey(set.SetId)))
        {
            yield return $"set {set.SetId} was acknowledged and is not there";
        }

        var known = sent.Select(set => set.SetId).ToHashSet();
        foreach (var (setId, count) in logged)
        {
            if (count > 1)
            {
                yield return $"set {setId} is there {count} times";
            }

            if (!known.Contains(setId))
            {
                yield return $"set {setId} was never sent";
            }
        }
    }

    private static IEnumerable<string> Whole(IReadOnlyList<SentSet> sent, IReadOnlyList<LoggedEvent> log)
    {
        var sets = sent.ToDictionary(set => set.CommandId);
        foreach (var command in log.GroupBy(line => line.CommandId))
        {
            if (command.Max(line => line.Sequence) - command.Min(line => line.Sequence) != command.Count() - 1)
            {
                yield return $"events of command {command.Key} stand apart";
            }

            if (sets.ContainsKey(command.Key) && command.Count(line => line.Type == "SetLogged") != 1)
            {
                yield return $"command {command.Key} is there in part, or twice";
            }
        }
    }

    private static IEnumerable<string> Order(IReadOnlyList<SentSet> sent, IReadOnlyList<LoggedEvent> log)
    {
        var sets = sent.ToDictionary(set => set.SetId);
        var last = new Dictionary<string, int>();
        foreach (var line in log.Where(line => line.Type == "SetLogged" && sets.ContainsKey(line.SetId!.Value)))
        {
            var set = sets[line.SetId!.Value];
            if (last.TryGetValue(set.Device, out var ordinal) && set.Ordinal <= ordinal)
            {
                yield return $"set {set.Ordinal} of {set.Device} stands after its set {ordinal}";
            }

            last[set.Device] = set.Ordinal;
        }
    }
}
