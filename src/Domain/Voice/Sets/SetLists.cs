namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Sets said as lists: "80 for 12, 10, 9", "32 left 8 right 7", "60 8 70 8 80 6".</summary>
internal static class SetLists
{
    private const int MostReps = 30, LeastPairLoad = 30;

    public static List<SetDraft>? Read(List<Item> items, string[] patterns) =>
        ReferenceEquals(patterns, SetPatterns.Timed) ? Sided(items, 'D') : Reps(items) ?? RepsFirst(items) ?? Sided(items, 'R') ?? Pairs(items);

    // The reps of several sets at one load; without pauses between them it takes three to be a list.
    private static List<SetDraft>? Reps(List<Item> items)
    {
        var sets = items[0].Code == 'S' ? items[0].Value : 0;
        var start = sets > 0 ? 1 : 0;
        start += items[start % items.Count].Code == 'A' ? 1 : 0;
        if (items.Count < start + 4 || items[start].Code is not ('N' or 'L') || !(items[start + 1].Code is 'F' or 'X' || (sets > 0 && items[start + 1].Break)))
        {
            return null;
        }

        var (drafts, parted, joined) = (new List<SetDraft>(), false, false);
        var first = items[start + 1].Code is 'F' or 'X' ? start + 2 : start + 1;
        for (var i = first; i < items.Count; i++)
        {
            if (items[i].Code == 'T' && i + 1 < items.Count && i > first)
            {
                parted = joined = true;
                continue;
            }

            if (items[i].Code is not ('N' or 'R') || items[i].Value > MostReps || (items[start].Code == 'N' && items[i].Value >= items[start].Value))
            {
                return null;
            }

            parted |= i > first && items[i].Break;
            drafts.Add(new SetDraft { Pattern = "vFq", Load = items[start], Reps = items[i], From = drafts.Count == 0 ? 0 : i, To = i + 1, Spelled = true, Told = Whole(sets) });
        }

        return IsTold(drafts, joined) && (drafts.Count > 2 || (drafts.Count == 2 && (parted || sets > 0))) ? drafts : null;
    }

    // "8, 8 and 7 at 80", "3 sets of 10 8 6 at 60": the load at the end is all the sets'.
    private static List<SetDraft>? RepsFirst(List<Item> items)
    {
        var sets = items[0].Code == 'S' ? items[0].Value : 0;
        var (first, load) = (sets > 0 ? items.Count > 1 && items[1].Code == 'O' ? 2 : 1 : 0, items.Count - 1);
        if (load < first + 3 || items[load].Code is not ('N' or 'L') || items[load - 1].Code != 'A')
        {
            return null;
        }

        var (drafts, parted, joined) = (new List<SetDraft>(), false, false);
        for (var i = first; i < load - 1; i++)
        {
            if (items[i].Code == 'T' && i > first && i < load - 2)
            {
                parted = joined = true;
                continue;
            }

            if (items[i] is not { Code: 'N' or 'R', As: Amount.Absolute, Value: <= MostReps } || (items[load].Code == 'N' && items[i].Value >= items[load].Value))
            {
                return null;
            }

            parted |= i > first && items[i].Break;
            drafts.Add(new SetDraft { Pattern = "F?qAv", Load = items[load], Reps = items[i], From = drafts.Count == 0 ? 0 : i, To = i == load - 2 ? items.Count : i + 1, Spelled = true, Told = Whole(sets) });
        }

        // "one two three at 80" is counted aloud.
        if (!IsTold(drafts, joined) || drafts.Count < 2 || drafts is [{ Reps.Value: 1 }, { Reps.Value: 2 }, ..] || (drafts.Count == 2 && sets == 0 && !parted))
        {
            return null;
        }

        drafts[0] = drafts[0] with { MayStandAlone = drafts.Count == 2 && sets == 0 };
        return drafts;
    }

    // "3 sets of 8, then 10 at 60" are four; "3 sets of 8, 10 at 60" may be a slip of one of both numbers.
    private static bool IsTold(List<SetDraft> drafts, bool joined) => drafts is [{ Told: var told }, ..] && (told == 0 || told == drafts.Count || !joined);

    private static int Whole(decimal sets) => (int)Math.Min(sets, SetAssembler.MostSets + 1);

    private static List<SetDraft>? Sided(List<Item> items, char code)
    {
        var start = items.Count > 2 && items[0].Code is 'N' or 'L' && items[1].Code is 'W' or 'F' ? 1 : items.Count > 3 && items[0].Code is 'N' or 'L' && items[1].Code is 'N' or 'R' ? 1 : 0;
        var load = start == 1 ? items[0] : (Item?)null;
        start += start < items.Count && items[start].Code == 'F' ? 1 : 0;
        var drafts = new List<SetDraft>();
        for (var i = start; i < items.Count; i += 2)
        {
            i += i > start && items[i].Code == 'T' ? 1 : 0;
            if (i + 1 >= items.Count)
            {
                return null;
            }

            var (side, count) = items[i].Code == 'W' ? (items[i], items[i + 1]) : (items[i + 1], items[i]);
            if (side.Code != 'W' || (count.Code != code && count.Code != 'N'))
            {
                return null;
            }

            drafts.Add(new SetDraft { Pattern = "Wq", Load = load, Reps = code == 'R' ? count : null, Time = code == 'D' ? count : null, Side = side.Side, From = drafts.Count == 0 ? 0 : i, To = i + 2 });
        }

        return drafts.Count > 1 ? drafts : null;
    }

    private static List<SetDraft>? Pairs(List<Item> items)
    {
        if (items.Count < 4 || items.Count % 2 != 0)
        {
            return null;
        }

        var drafts = new List<SetDraft>();
        for (var i = 0; i < items.Count; i += 2)
        {
            if (items[i].Code != 'N' || items[i + 1].Code != 'N' || items[i].Value <= LeastPairLoad || items[i + 1].Value > MostReps || items[i].Value < 2 * items[i + 1].Value)
            {
                return null;
            }

            drafts.Add(new SetDraft { Pattern = "vF?q", Load = items[i], Reps = items[i + 1], From = i, To = i + 2 });
        }

        return drafts;
    }
}
