namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Sets said as lists: "80 for 12, 10, 9", "32 left 8 right 7", "60 8 70 8 80 6".</summary>
internal static class SetLists
{
    private const int MostReps = 30, LeastPairLoad = 30;

    public static List<SetDraft>? Read(List<Item> items, string[] patterns) =>
        ReferenceEquals(patterns, SetPatterns.Timed) ? Sided(items, 'D') : Reps(items) ?? Sided(items, 'R') ?? Pairs(items);

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

        var (drafts, parted) = (new List<SetDraft>(), false);
        var first = items[start + 1].Code is 'F' or 'X' ? start + 2 : start + 1;
        for (var i = first; i < items.Count; i++)
        {
            if (items[i].Code == 'T' && i + 1 < items.Count && i > first)
            {
                parted = true;
                continue;
            }

            if (items[i].Code is not ('N' or 'R') || items[i].Value > MostReps || (items[start].Code == 'N' && items[i].Value >= items[start].Value))
            {
                return null;
            }

            parted |= i > first && items[i].Break;
            drafts.Add(new SetDraft { Pattern = "vFq", Load = items[start], Reps = items[i], From = drafts.Count == 0 ? 0 : i, To = i + 1, Spelled = true });
        }

        return (sets == 0 || sets == drafts.Count) && (drafts.Count > 2 || (drafts.Count == 2 && (parted || sets > 0))) ? drafts : null;
    }

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
