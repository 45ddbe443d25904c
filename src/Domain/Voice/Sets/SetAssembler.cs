using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Puts the parts of a sentence together to groups of sets; every part must find its place.</summary>
internal static class SetAssembler
{
    public const int MostItems = 40, MostSets = 20;
    private const int MostCount = 10;

    public static List<SetDraft>? Assemble(List<Item> items, string[] patterns)
    {
        if (items.Count is 0 or > MostItems || items[^1].Code == 'T')
        {
            return null;
        }

        Span<bool> dead = stackalloc bool[MostItems + 1];
        return SetLists.Read(items, patterns) ?? Groups(items, 0, patterns, dead) ?? WithHiddenFor(items, patterns);
    }

    private static List<SetDraft>? Groups(List<Item> items, int at, string[] patterns, Span<bool> dead)
    {
        at += at > 0 && at < items.Count && items[at].Code == 'T' ? 1 : 0;
        if (at == items.Count)
        {
            return [];
        }

        if (dead[at])
        {
            return null;
        }

        Span<char> roles = stackalloc char[MostItems];
        for (var length = items.Count - at; length > 0; length--)
        {
            if (length == 1 && !(at == 0 && items.Count == 1) && items[at].Code != 'Z')
            {
                break;
            }

            foreach (var pattern in patterns)
            {
                if (SetPatterns.Fit(pattern, items, at, roles) == length && Draft(pattern, items, at, length, roles) is { } draft
                    && Rest(items, draft, patterns, dead) is { } rest)
                {
                    rest.Insert(0, draft);
                    return rest;
                }
            }
        }

        dead[at] = true;
        return null;
    }

    // A group ends at a pause or "then"; without one only where both sides say which number is what.
    private static List<SetDraft>? Rest(List<Item> items, SetDraft draft, string[] patterns, Span<bool> dead)
    {
        var end = draft.To;
        var parted = end == items.Count || items[end].Break || items[end].Code is 'T' or 'Z';
        if (!parted && !draft.Spelled)
        {
            return null;
        }

        var rest = Groups(items, end, patterns, dead);
        return rest is not null && rest.Count < MostSets && (parted || rest[0].Spelled) ? rest : null;
    }

    private static SetDraft? Draft(string pattern, List<Item> items, int at, int length, ReadOnlySpan<char> roles)
    {
        var draft = new SetDraft { Pattern = pattern, From = at, To = at + length, Spelled = items.GetRange(at, length).Exists(i => i.Code is not ('N' or 'T' or 'O')) };
        for (var i = 0; i < length; i++)
        {
            var item = items[at + i];
            // "80 for 8 times 3" is three sets of eight.
            if (item.IsTimes && pattern is "vF?A?cXq" && roles[1] == 'F')
            {
                return null;
            }

            if (i > 0 && item.Break && roles[i] is 'v' or 'q' && items[at + i - 1].Code == 'N' && item.Code == 'N' && length > 2)
            {
                return null;
            }

            draft = roles[i] switch
            {
                'v' or 'L' => draft with { Load = item },
                'q' or 'R' => draft with { Reps = item },
                'S' or 'c' => draft with { Count = Whole(item.Value) },
                'D' => draft with { Time = item },
                'd' => draft with { Time = item with { Code = 'D' } },
                'M' => draft with { Length = item },
                'm' => draft with { Length = item with { LengthUnit = DistanceUnit.M } },
                'Z' => draft with { Again = item },
                'W' => draft with { Side = item.Side },
                _ => draft,
            };
        }

        draft = BySets(draft);
        return draft.Count is >= 1 and <= MostSets && (!pattern.Contains('c', StringComparison.Ordinal) || draft.Count <= MostCount) ? draft : null;
    }

    // "A by B" is load then reps, unless A is at most 10 with no unit.
    private static SetDraft BySets(SetDraft draft) =>
        draft is { Pattern: "vBq", Load: { Code: 'N', Value: <= MostCount } sets } ? draft with { Load = null, Count = Whole(sets.Value) } : draft;

    private static int Whole(decimal value) => value == decimal.Truncate(value) && value is > 0 and < 1000 ? (int)value : 0;

    // "100 4 8": a four, where a number can't stand, was a "for".
    private static List<SetDraft>? WithHiddenFor(List<Item> items, string[] patterns)
    {
        Span<bool> dead = stackalloc bool[MostItems + 1];
        for (var i = 1; i + 1 < items.Count && items.Count <= 4; i++)
        {
            if (items[i] is { Code: 'N', MaybeFor: true, Value: 4, Break: false } && items[i - 1] is { Code: 'N' or 'L', Value: > 10 } && !items[i + 1].Break)
            {
                dead.Clear();
                var repaired = new List<Item>(items) { [i] = new Item('F') };
                if (Groups(repaired, 0, patterns, dead) is { } drafts)
                {
                    return drafts;
                }
            }
        }

        return null;
    }
}
