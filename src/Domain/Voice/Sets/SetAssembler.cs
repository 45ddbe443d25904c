using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>Puts the parts of a sentence together to groups of sets; every part must find its place.</summary>
internal static class SetAssembler
{
    public const int MostItems = 40, MostSets = 20;
    private const int MostCount = 10;
    private const string SetsBehind = "vF?A?cXq";

    public static List<SetDraft>? Assemble(List<Item> items, string[] patterns)
    {
        if (items.Count is 0 or > MostItems || items[^1].Code == 'T')
        {
            return null;
        }

        Span<bool> dead = stackalloc bool[MostItems + 1];
        // "three sets, 80 for 8, 80 for 8 and 80 for 7": how many there are, then each.
        if (items is [{ Code: 'S' }, { Break: true }, ..] && Groups(items, 1, patterns, dead) is { Count: > 1 } told)
        {
            return told.Sum(draft => draft.Count) == items[0].Value ? told : null;
        }

        dead.Clear();
        return SetLists.Read(items, patterns) ?? (items.Exists(i => i.IsTimes) ? WithHalf(items, patterns) : null) ?? Groups(items, 0, patterns, dead) ?? WithHiddenFor(items, patterns) ?? WithHalf(items, patterns);
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
        Span<byte> fits = stackalloc byte[patterns.Length];
        var longest = Fits(patterns, items, at, roles, fits);
        for (var length = longest; length > 0; length--)
        {
            if (length == 1 && !(at == 0 && items.Count == 1) && items[at].Code != 'Z')
            {
                break;
            }

            for (var p = 0; p < patterns.Length; p++)
            {
                if (fits[p] == length && SetPatterns.Fit(patterns[p], items, at, roles) == length && Rest(items, at, length, patterns, dead) is { } rest
                    && Draft(patterns[p], items, at, length, roles) is { } draft)
                {
                    rest.Insert(0, draft);
                    return rest;
                }
            }
        }

        dead[at] = true;
        return null;
    }

    // How many items each pattern takes from here.
    private static int Fits(string[] patterns, List<Item> items, int at, Span<char> roles, Span<byte> fits)
    {
        var longest = 0;
        for (var p = 0; p < patterns.Length; p++)
        {
            fits[p] = (byte)SetPatterns.Fit(patterns[p], items, at, roles);
            longest = Math.Max(longest, fits[p]);
        }

        return longest;
    }

    // A group ends at a pause or "then"; without one only where both sides say which number is what.
    private static List<SetDraft>? Rest(List<Item> items, int at, int length, string[] patterns, Span<bool> dead)
    {
        var end = at + length;
        var parted = end == items.Count || items[end].Break || items[end].Code is 'T' or 'Z';
        // "3 12 kilos for 8": what a "for" leads on to is no set of its own.
        if (!parted && (!Spells(items, at, length) || items[end].Code is 'F' or 'X'))
        {
            return null;
        }

        var rest = Groups(items, end, patterns, dead);
        return rest is not null && rest.Count < MostSets && (parted || rest[0].Spelled) ? rest : null;
    }

    // Made once the rest is: it is large, and many would be thrown away again.
    private static SetDraft? Draft(string pattern, List<Item> items, int at, int length, ReadOnlySpan<char> roles)
    {
        var (load, reps, goal, time, distance, again, side, count) = (-1, -1, -1, -1, -1, -1, -1, 1);
        for (var i = 0; i < length; i++)
        {
            // "80 for 8 times 3" is three sets of eight.
            if ((items[at + i].IsTimes && pattern is SetsBehind && roles[1] == 'F') || IsTornApart(items, at, i, length, roles))
            {
                return null;
            }

            switch (roles[i])
            {
                case 'v' or 'L': load = at + i; break;
                case 'q' or 'R': reps = at + i; break;
                case 'g': goal = at + i; break;
                case 'S' or 'c': count = Whole(items[at + i].Value); break;
                case 'D' or 'd': time = at + i; break;
                case 'M' or 'm': distance = at + i; break;
                case 'Z': again = at + i; break;
                case 'W': side = at + i; break;
            }
        }

        // "A by B" is load then reps, unless A is at most 10 with no unit.
        if (pattern is "vBq" && items[load] is { Code: 'N', Value: <= MostCount } sets)
        {
            (load, count) = (-1, Whole(sets.Value));
        }

        return count is < 1 or > MostSets || (count > MostCount && pattern.Contains('c', StringComparison.Ordinal)) ? null : new SetDraft
        {
            Pattern = pattern,
            From = at,
            To = at + length,
            Count = count,
            Load = At(items, load),
            Reps = At(items, reps),
            Goal = At(items, goal),
            Time = At(items, time) is { } t ? t with { Code = 'D' } : null,
            Length = At(items, distance) is { } d ? pattern.Contains('m', StringComparison.Ordinal) ? d with { LengthUnit = DistanceUnit.M } : d : null,
            Again = At(items, again),
            Side = At(items, side)?.Side,
            Spelled = Spells(items, at, length),
            EitherWay = reps >= 0 && count > items[reps].Value && (pattern is "vXqXc" or "vFqXc" ? !items[at + 3].IsTimes : pattern is SetsBehind && roles[1] == 'F'),
        };
    }

    private static Item? At(List<Item> items, int at) => at < 0 ? null : items[at];

    // "80 8, 10": at a pause between two bare numbers a group of more parts ends.
    private static bool IsTornApart(List<Item> items, int at, int i, int length, ReadOnlySpan<char> roles) =>
        i > 0 && items[at + i] is { Break: true, Code: 'N' } && roles[i] is 'v' or 'q' && items[at + i - 1].Code == 'N' && length > (roles[0] == 'A' ? 3 : 2);

    private static bool Spells(List<Item> items, int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            if (items[i].Code is not ('N' or 'T' or 'O'))
            {
                return true;
            }
        }

        return false;
    }

    private static int Whole(decimal value) => value == decimal.Truncate(value) && value is > 0 and < 1000 ? (int)value : 0;

    // "ninety two five for four": the five is the half of a load that can have one.
    private static List<SetDraft>? WithHalf(List<Item> items, string[] patterns)
    {
        for (var i = 0; i + 2 < items.Count; i++)
        {
            if (items[i] is { Code: 'N', Value: > 10 } whole && whole.Value % 10 is 2 or 7 && items[i + 1] is { Code: 'N' or 'L', Value: 5, As: Amount.Absolute, Break: false } half && items[i + 2].Code is 'F' or 'X')
            {
                Span<bool> dead = stackalloc bool[MostItems + 1];
                var joined = new List<Item>(items) { [i] = half with { Value = whole.Value + 0.5m, Break = whole.Break } };
                joined.RemoveAt(i + 1);
                return Groups(joined, 0, patterns, dead);
            }
        }

        return null;
    }

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
