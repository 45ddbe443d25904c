using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Templates;

/// <summary>The working sets of a target, as far as progress asks for them: the top of each one's range and its load.</summary>
internal sealed class PlannedSets
{
    private readonly IReadOnlyList<Load?> _loads;
    private readonly bool _alike;

    private PlannedSets(IReadOnlyList<int> tops, IReadOnlyList<Load?> loads, bool alike) => (Tops, _loads, _alike) = (tops, loads, alike);

    public IReadOnlyList<int> Tops { get; }

    public int Count => Tops.Count;

    public Load? First => _loads[0];

    /// <summary>The sets, or null where a range is missing or the units differ: then there is nothing to measure by.</summary>
    public static PlannedSets? Of(SetTarget target)
    {
        PlannedSet[] sets = target.PerSet is { } each
            ? [.. each.Where(set => set.Kind is null or SetKind.Working or SetKind.Failure)]
            : [.. Enumerable.Repeat(new PlannedSet(null, null, null, null, null), target.Sets ?? 1)];
        Load?[] loads = [.. sets.Select(set => set.Load ?? target.Load)];
        RepRange?[] ranges = [.. sets.Select(set => set.Reps ?? target.Reps)];
        return sets.Length == 0 || ranges.Contains(null) || loads.Select(load => load?.Unit).Distinct().Count() > 1 ? null
            : new PlannedSets([.. ranges.Select(range => range!.Max)], loads, loads.Distinct().Count() == 1 && ranges.Distinct().Count() == 1);
    }

    /// <summary>The load at which all sets reached their top, or null. Where sets are planned one by one it is the first one's.</summary>
    /// <param name="carried">What earlier sessions had earned on top of the plan, in <paramref name="unit"/>.</param>
    public decimal? Reached(IReadOnlyList<SetValues> done, decimal carried, WeightUnit unit) =>
        _alike ? ReachedAlike(done, First?.Value + carried, unit) : ReachedEach(done, carried, unit);

    // Lighter sets before or after are not what was planned; heavier ones count, and the lightest of all is what the next load starts from.
    private decimal? ReachedAlike(IReadOnlyList<SetValues> done, decimal? planned, WeightUnit unit)
    {
        var counted = done.Where(set => planned is null || Kilograms(set.Load) >= Kilograms(planned.Value, unit)).ToList();
        if (counted.Count < Count || !counted.All(set => set.Reps?.Value >= Tops[0]))
        {
            return null;
        }

        var lightest = counted.MinBy(set => Kilograms(set.Load))!.Load;
        return lightest is null ? planned ?? 0
            : lightest.Unit == unit ? lightest.Value
            : planned ?? decimal.Round(unit == WeightUnit.Kg ? lightest.Kilograms : lightest.Kilograms / Load.KilogramsPerPound, 1);
    }

    private decimal? ReachedEach(IReadOnlyList<SetValues> done, decimal carried, WeightUnit unit) =>
        done.Count >= Count
        && Enumerable.Range(0, Count).All(i =>
            done[i].Reps?.Value >= Tops[i] && Kilograms(done[i].Load) >= Kilograms((_loads[i]?.Value ?? 0) + carried, unit))
            ? (First?.Value ?? 0) + carried
            : null;

    private static decimal Kilograms(Load? load) => load?.Kilograms ?? 0;

    private static decimal Kilograms(decimal value, WeightUnit unit) => unit == WeightUnit.Kg ? value : value * Load.KilogramsPerPound;
}
