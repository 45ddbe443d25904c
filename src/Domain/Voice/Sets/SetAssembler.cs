using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Puts the parts of a sentence together to groups of sets; every part must find its place.</summary>
internal static class SetAssembler
{
    private const int MostItems = 40, MostSets = 20;

    public static List<SetDraft>? Assemble(List<Item> items, string[] patterns)
    {
        if (items.Count is 0 or > MostItems)
        {
            return null;
        }

        return Lists(items, patterns) ?? Sided(items) ?? Groups(items, 0, patterns) ?? WithHiddenFor(items, patterns);
    }

    // "80 for 12, 10, 9": the reps of several sets at one load.
    private static List<SetDraft>? Lists(List<Item> items, string[] patterns)
    {
        if (items.Count < 4 || items[1].Code is not ('F' or 'X') || items[0].Code is not ('N' or 'L') || ReferenceEquals(patterns, SetPatterns.Timed))
        {
            return null;
        }

        var drafts = new List<SetDraft>();
        for (var i = 2; i < items.Count; i++)
        {
            if (items[i].Code == 'T' && i + 1 < items.Count && i > 2)
            {
                continue;
            }

            if (items[i].Code is not ('N' or 'R') || items[i].Value > 30 || (i > 2 && !items[i].Break && items[i - 1].Code != 'T'))
            {
                return null;
            }

            drafts.Add(new SetDraft { Pattern = "vFq", Load = items[0], Reps = items[i] });
        }

        return drafts.Count > 1 ? drafts : null;
    }

    // "32 left 8 right 7"
    private static List<SetDraft>? Sided(List<Item> items)
    {
        var start = items[0].Code is 'N' or 'L' ? 1 : 0;
        var drafts = new List<SetDraft>();
        for (var i = start; i < items.Count; i += 2)
        {
            if (i + 1 >= items.Count || items[i].Code != 'W' || items[i + 1].Code is not ('N' or 'R'))
            {
                return null;
            }

            drafts.Add(new SetDraft { Pattern = "Wq", Load = start == 1 ? items[0] : null, Reps = items[i + 1], Side = items[i].Side });
        }

        return drafts.Count > 0 ? drafts : null;
    }

    private static List<SetDraft>? Groups(List<Item> items, int at, string[] patterns)
    {
        at += at > 0 && at < items.Count && items[at].Code == 'T' ? 1 : 0;
        if (at == items.Count)
        {
            return [];
        }

        Span<char> roles = stackalloc char[MostItems];
        Span<bool> tried = stackalloc bool[MostItems + 1];
        for (var round = 0; round < patterns.Length; round++)
        {
            var (best, length) = ("", 0);
            foreach (var pattern in patterns)
            {
                var fit = SetPatterns.Fit(pattern, items, at, roles);
                if (fit > length && !tried[fit] && Separate(items, at, fit) && Sensible(pattern, items, at, fit))
                {
                    (best, length) = (pattern, fit);
                }
            }

            if (length == 0)
            {
                return null;
            }

            tried[length] = true;
            SetPatterns.Fit(best, items, at, roles);
            if ((at == 0 && length == items.Count) || length > 1)
            {
                var draft = Draft(best, items, at, length, roles);
                if (draft is not null && Groups(items, at + length, patterns) is { } rest && rest.Count < MostSets)
                {
                    rest.Insert(0, draft);
                    return rest;
                }
            }
        }

        return null;
    }

    // One group ends where the next begins: at a pause or "then", never inside a run of bare numbers.
    private static bool Separate(List<Item> items, int at, int length)
    {
        var end = at + length;
        return end == items.Count || items[end].Break || items[end].Code == 'T';
    }

    private static bool Sensible(string pattern, List<Item> items, int at, int length) => pattern switch
    {
        "cBqA?v" or "cXqA?F?v" => items[at].Value <= 10,
        "vBq" or "LBq" => true,
        _ => length > 0,
    };

    private static SetDraft? Draft(string pattern, List<Item> items, int at, int length, ReadOnlySpan<char> roles)
    {
        var draft = new SetDraft { Pattern = pattern };
        for (var i = 0; i < length; i++)
        {
            var item = items[at + i];
            draft = roles[i] switch
            {
                'v' or 'L' => draft with { Load = item },
                'q' or 'R' => draft with { Reps = item },
                'S' or 'c' => draft with { Count = Whole(item.Value) },
                'D' or 'd' => draft with { Time = item with { Code = 'D' } },
                'M' => draft with { Length = item },
                'm' => draft with { Length = item with { LengthUnit = DistanceUnit.M } },
                'Z' => draft with { Again = item },
                'W' => draft with { Side = item.Side },
                _ => draft,
            };
        }

        draft = BySets(draft);
        return draft.Count is >= 1 and <= MostSets ? draft : null;
    }

    // "A by B" is load then reps, unless A is at most 10 with no unit.
    private static SetDraft BySets(SetDraft draft) =>
        draft is { Pattern: "vBq", Load: { Code: 'N', Value: <= 10 } sets } ? draft with { Load = null, Count = Whole(sets.Value) } : draft;

    private static int Whole(decimal value) => value == decimal.Truncate(value) && value is > 0 and < 1000 ? (int)value : 0;

    // "100 4 8": a four, where a number can't stand, was a "for".
    private static List<SetDraft>? WithHiddenFor(List<Item> items, string[] patterns)
    {
        for (var i = 1; i + 1 < items.Count; i++)
        {
            if (items[i] is { Code: 'N', MaybeFor: true, Value: 4, Break: false } && items[i - 1].Code is 'N' or 'L' && !items[i + 1].Break)
            {
                var repaired = new List<Item>(items) { [i] = new Item('F') };
                if (Groups(repaired, 0, patterns) is { } drafts)
                {
                    return drafts;
                }
            }
        }

        return null;
    }
}
